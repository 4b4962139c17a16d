using ModelPipeline.Docker.Registries.Credentials;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>The client against a registry that others wrote.</summary>
public sealed class DebianRegistryTests : IDisposable
{
    /// <summary>The user ann with the password hunter2.</summary>
    private const string Passwords = "ann:$2y$04$abcdefghijklmnopqrstuuV3duMsC0HpUex6N9qapiuOHHWkwRXVm";

    private readonly TemporaryFolder _folder = new();
    private readonly TestImage _image = new(layers: 3, layerBytes: 3_000_000);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_image_comes_back_as_it_was_pushed()
    {
        await using var registry = await DebianRegistry.StartAsync();
        var reference = registry.Host + "/acme/churn:1.2.0";

        var digest = await Pushes.PushAsync(_image.Save(_folder["image.tar"]), reference);
        var image = await Pushes.Bases(new InstantClock()).GetAsync(reference, digest, _folder["blobs"], new Messages(), TestContext.Current.CancellationToken);

        image.Digest.ShouldBe(_image.Digest);
        image.Config.ToArray().ShouldBe(_image.Config);
        image.Layers.Select(layer => Digest.OfFile(layer.File)).ShouldBe(_image.Layers.Select(layer => Digest.Of(layer)));
    }

    [Fact]
    public async Task A_second_push_finds_the_image_there()
    {
        await using var registry = await DebianRegistry.StartAsync();
        var archive = _image.Save(_folder["image.tar"]);
        var reference = registry.Host + "/acme/churn:1.2.0";
        await Pushes.PushAsync(archive, reference);
        var messages = new Messages();

        await Pushes.PushAsync(archive, reference, progress: messages);

        messages.All.ShouldBe([$"{reference} is there already"]);
    }

    [Fact]
    public async Task A_push_that_was_stopped_in_the_middle_is_completed_by_the_next()
    {
        await using var registry = await DebianRegistry.StartAsync();
        var archive = _image.Save(_folder["image.tar"]);
        var reference = registry.Host + "/acme/churn:1.2.0";
        using var stop = new CancellationTokenSource();
        var first = new Messages();
        var stopping = new StoppingProgress(first, stop, after: 3);
        await Should.ThrowAsync<OperationCanceledException>(() => Pushes.Client(new InstantClock()).PushAsync(archive, reference, stopping, stop.Token));
        var second = new Messages();

        var digest = await Pushes.PushAsync(archive, reference, progress: second);

        digest.ShouldBe(_image.Digest);
        second.All.Count.ShouldBe(2, "the configuration and one layer were there");
    }

    [Fact]
    public async Task Connections_that_are_cut_in_the_middle_of_layers_do_not_stop_a_push()
    {
        await using var registry = await DebianRegistry.StartAsync();
        await using var proxy = new CuttingProxy(registry.Host, cuts: 3, bytes: 1_000_000);
        var clock = new InstantClock();

        var digest = await Pushes.PushAsync(_image.Save(_folder["image.tar"]), proxy.Host + "/acme/churn:1", clock);

        digest.ShouldBe(_image.Digest);
        clock.Waits.ShouldNotBeEmpty();
        var image = await Pushes.Bases(clock).GetAsync(registry.Host + "/acme/churn:1", null, _folder["blobs"], new Messages(), TestContext.Current.CancellationToken);
        image.Layers.Select(layer => Digest.OfFile(layer.File)).ShouldBe(_image.Layers.Select(layer => Digest.Of(layer)));
    }

    [Fact]
    public async Task A_layer_that_was_damaged_is_refused()
    {
        await using var registry = await DebianRegistry.StartAsync();
        var layer = Digest.Of(_image.Layers[2]).Hex;
        var archive = _image.Save(_folder["image.tar"], (name, bytes) => name.EndsWith(layer, StringComparison.Ordinal) ? new byte[bytes.Length] : bytes);

        await Should.ThrowAsync<InputException>(() => Pushes.PushAsync(archive, registry.Host + "/acme/churn:1"));
    }

    [Fact]
    public async Task User_and_password_let_in_and_nothing_else_does()
    {
        await using var registry = await DebianRegistry.StartAsync(Passwords);
        var archive = _image.Save(_folder["image.tar"]);

        (await Should.ThrowAsync<InputException>(() => PushAsync(null))).Message.ShouldContain("docker login");
        (await Should.ThrowAsync<InputException>(() => PushAsync(new("ann", "wrong", isIdentityToken: false)))).Message.ShouldContain("401 (UNAUTHORIZED)");
        (await PushAsync(new("ann", "hunter2", isIdentityToken: false))).ShouldBe(_image.Digest);

        Task<Digest> PushAsync(Credential? credential) => Pushes.Client(new InstantClock(), registry.Host, credential)
            .PushAsync(archive, registry.Host + "/acme/churn:1", new Messages(), TestContext.Current.CancellationToken);
    }

    private sealed class StoppingProgress(Messages messages, CancellationTokenSource stop, int after) : IProgress<string>
    {
        public void Report(string value)
        {
            messages.Report(value);
            if (messages.All.Count == after)
                stop.Cancel();
        }
    }
}
