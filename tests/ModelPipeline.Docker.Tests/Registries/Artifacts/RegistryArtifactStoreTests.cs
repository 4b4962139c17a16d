using System.Text;

namespace ModelPipeline.Docker.Tests.Registries.Artifacts;

public sealed class RegistryArtifactStoreTests
{
    private static readonly byte[] Bundle = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_that_a_registry_lost_are_sent_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var store = Pushes.Artifacts(registry.Host + "/acme/artifacts");
        var digest = await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);
        registry.Blobs.Remove(digest, out _).ShouldBeTrue();

        await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);

        (await ReadAsync(await store.OpenAsync(digest, Cancellation))).ShouldBe(Bundle);
    }

    [Fact]
    public async Task A_tag_of_something_else_is_not_overwritten()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var store = Pushes.Artifacts(registry.Host + "/acme/artifacts");
        var digest = await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);
        var other = await store.PutAsync("other.zip", new MemoryStream("other"u8.ToArray()), Cancellation);
        registry.Manifests[$"sha256-{digest.Hex}"] = registry.Manifests[$"sha256-{other.Hex}"];

        (await Should.ThrowAsync<IOException>(() => store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation))).Message.ShouldContain("is of something else");
    }

    [Fact]
    public async Task What_was_stored_is_opened_by_its_digest()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var store = Pushes.Artifacts(registry.Host + "/acme/artifacts");

        var digest = await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);

        digest.ShouldBe(Digest.Of(Bundle));
        (await ReadAsync(await store.OpenAsync(digest, Cancellation))).ShouldBe(Bundle);
    }

    [Fact]
    public async Task What_is_stored_already_is_not_sent_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var store = Pushes.Artifacts(registry.Host + "/acme/artifacts");
        await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);
        var before = registry.Writes.Count();

        await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);

        registry.Writes.Count().ShouldBe(before);
    }

    [Fact]
    public async Task What_is_not_stored_cannot_be_opened()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var store = Pushes.Artifacts(registry.Host + "/acme/artifacts");

        var fault = await Should.ThrowAsync<IOException>(() => store.OpenAsync(Digest.Of("absent"u8), Cancellation));

        fault.Message.ShouldContain("has no artifact sha256:");
    }

    [Fact]
    public async Task Damaged_bytes_are_refused()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var store = Pushes.Artifacts(registry.Host + "/acme/artifacts");
        var digest = await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);
        registry.Blobs[digest] = [.. Bundle.Reverse()];

        await Should.ThrowAsync<IOException>(() => store.OpenAsync(digest, Cancellation));
    }

    [Theory]
    [InlineData("ghcr.io/acme/artifacts:1")]
    [InlineData("ghcr.io/acme/artifacts@sha256:4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce")]
    public void A_tag_or_a_digest_is_refused(string repository) =>
        Should.Throw<InputException>(() => Pushes.Artifacts(repository)).Message.ShouldContain("without a tag or a digest");

    [Fact]
    public async Task A_registry_that_others_wrote_keeps_artifacts_too()
    {
        await using var registry = await DebianRegistry.StartAsync();
        var store = Pushes.Artifacts(registry.Host + "/acme/artifacts");

        var digest = await store.PutAsync("bundle.zip", new MemoryStream(Bundle), Cancellation);
        var empty = await store.PutAsync("two.bin", new MemoryStream(Encoding.UTF8.GetBytes("{}")), Cancellation);

        (await ReadAsync(await store.OpenAsync(digest, Cancellation))).ShouldBe(Bundle);
        (await ReadAsync(await store.OpenAsync(empty, Cancellation))).ShouldBe("{}"u8.ToArray());
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        await using (stream)
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Cancellation);
            return copy.ToArray();
        }
    }
}
