using Microsoft.AspNetCore.Http;

namespace ModelPipeline.Docker.Tests.Registries;

public sealed class TakenTagTests : IDisposable
{
    private static readonly byte[] Other = """{"schemaVersion":2}"""u8.ToArray();

    private readonly TemporaryFolder _folder = new();
    private readonly TestImage _image = new();

    private string Archive => _image.Save(_folder["image.tar"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_tag_of_another_image_is_not_moved_and_nothing_is_sent()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Manifests["1"] = (TestImage.ManifestType, Other);

        var fault = await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1"));

        fault.Message.ShouldBe($"{registry.Host}/acme/churn:1 is {Digest.Of(Other)} already, not {_image.Digest}: an image's tag is never moved. Choose another tag.");
        registry.Manifests["1"].Bytes.ShouldBe(Other);
        registry.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tag_that_somebody_takes_while_the_parts_are_sent_is_not_moved()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Intercept = context =>
        {
            if (HttpMethods.IsPut(context.Request.Method) && context.Request.Path.Value!.Contains("/uploads/", StringComparison.Ordinal))
                registry.Manifests["1"] = (TestImage.ManifestType, Other);
            return Task.FromResult(false);
        };

        await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(Archive, registry.Host + "/acme/churn:1"));

        registry.Manifests["1"].Bytes.ShouldBe(Other);
    }
}
