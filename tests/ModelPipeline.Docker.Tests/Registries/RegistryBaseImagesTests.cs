using System.Text;
using ModelPipeline.Docker.Images;

namespace ModelPipeline.Docker.Tests.Registries;

public sealed class RegistryBaseImagesTests : IDisposable
{
    private const string Index = "application/vnd.oci.image.index.v1+json";
    private const string Secret = "hunter2";

    private readonly TemporaryFolder _folder = new();
    private readonly TestImage _image = new();
    private readonly InstantClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_base_is_fetched_byte_for_byte()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");

        var image = await GetAsync(registry.Host + "/acme/base:10");

        image.Digest.ShouldBe(_image.Digest);
        image.Config.ToArray().ShouldBe(_image.Config);
        image.Layers.Select(layer => File.ReadAllBytes(layer.File)).ShouldBe(_image.Layers);
        image.Layers.Select(layer => layer.DiffId).ShouldBe(_image.DiffIds);
        image.Layers.ShouldAllBe(layer => layer.Bytes == 300_000 && layer.MediaType.EndsWith("tar+gzip"));
        Directory.EnumerateFiles(_folder.Path, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_an_index_the_image_for_Linux_on_x64_is_taken()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image);
        Put(registry, "10", Index, IndexOf(("arm64", new TestImage(architecture: "arm64")), ("amd64", _image)));

        var image = await GetAsync(registry.Host + "/acme/base:10");

        image.Digest.ShouldBe(_image.Digest);
    }

    [Fact]
    public async Task An_index_without_an_image_for_Linux_on_x64_is_refused()
    {
        await using var registry = await FakeRegistry.StartAsync();
        Put(registry, "10", Index, IndexOf(("arm64", _image)));

        (await FaultAsync(registry)).ShouldContain("no image for linux/amd64, only for 'linux/arm64'");
    }

    [Fact]
    public async Task An_image_for_another_platform_is_refused()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(new TestImage(architecture: "arm64"), "10");

        (await FaultAsync(registry)).ShouldContain("it is for 'linux/arm64', not for linux/amd64");
    }

    [Theory]
    [InlineData("""{"schemaVersion":1,"name":"acme/base"}""", "schema 1")]
    [InlineData("""{"schemaVersion":2,"manifests":[],"layers":[]}""", "not clearly one of an image or an index")]
    [InlineData("""{"schemaVersion":2,"config":null,"config":{}}""", "no valid JSON")]
    [InlineData("[[[[", "no valid JSON")]
    [InlineData("""{"schemaVersion":2}""", "names no configuration")]
    [InlineData("""{"schemaVersion":2,"config":{"digest":"sha256:../../x","size":1}}""", "the digest 'sha256:../../x'")]
    public async Task A_manifest_that_is_none_is_refused(string manifest, string reason)
    {
        await using var registry = await FakeRegistry.StartAsync();
        Put(registry, "10", TestImage.ManifestType, Encoding.UTF8.GetBytes(manifest));

        (await FaultAsync(registry)).ShouldContain(reason);
    }

    [Fact]
    public async Task A_layer_compressed_with_zstd_is_refused_before_anything_of_it_is_fetched()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image);
        var manifest = Encoding.UTF8.GetString(_image.Manifest).Replace("layer.v1.tar+gzip", "layer.v1.tar+zstd");
        Put(registry, "10", TestImage.ManifestType, Encoding.UTF8.GetBytes(manifest));

        (await FaultAsync(registry)).ShouldContain("the media type 'application/vnd.oci.image.layer.v1.tar+zstd', which is not supported");
        registry.Requests.ShouldNotContain(request => request.Path.Contains(Digest.Of(_image.Layers[0]).Hex));
    }

    [Fact]
    public async Task A_manifest_without_end_is_refused()
    {
        await using var registry = await FakeRegistry.StartAsync();
        Put(registry, "10", TestImage.ManifestType, new byte[5 << 20]);

        (await FaultAsync(registry)).ShouldContain("sent more than 4194304 bytes");
    }

    [Fact]
    public async Task A_manifest_with_other_bytes_than_were_asked_for_is_refused()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Manifests[_image.Digest.ToString()] = (TestImage.ManifestType, new TestImage(seed: 2).Manifest);

        await Should.ThrowAsync<IOException>(() => GetAsync($"{registry.Host}/acme/base@{_image.Digest}"));
    }

    [Fact]
    public async Task A_layer_with_other_bytes_is_refused_and_not_kept()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        var layer = Digest.Of(_image.Layers[0]);
        registry.Blobs[layer] = new byte[300_000];

        var fault = await Should.ThrowAsync<IOException>(() => GetAsync(registry.Host + "/acme/base:10"));

        fault.Message.ShouldContain($"sent other bytes than those of {layer}");
        Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).ShouldNotContain(name => name!.StartsWith(layer.Hex));
    }

    [Fact]
    public async Task A_layer_that_goes_on_beyond_its_size_is_cut_off()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        registry.Fail("GET", "/blobs/" + Digest.Of(_image.Layers[1]), 1, async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(new byte[1 << 16], context.RequestAborted);
        });

        var fault = await Should.ThrowAsync<IOException>(() => GetAsync(registry.Host + "/acme/base:10"));

        fault.Message.ShouldContain("sends more than the 300000 bytes");
    }

    [Fact]
    public async Task A_layer_that_breaks_off_is_fetched_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        registry.Fail("GET", "/blobs/" + Digest.Of(_image.Layers[1]), 2, async context =>
        {
            context.Response.ContentLength = 300_000;
            await context.Response.Body.WriteAsync(_image.Layers[1].AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var image = await GetAsync(registry.Host + "/acme/base:10");

        _clock.Waits.ShouldBe([1, 2]);
        (await File.ReadAllBytesAsync(image.Layers[1].File, TestContext.Current.CancellationToken)).ShouldBe(_image.Layers[1]);
    }

    [Fact]
    public async Task A_layer_that_ends_early_is_fetched_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        registry.Fail("GET", "/blobs/" + Digest.Of(_image.Layers[1]), 1, async context => await context.Response.Body.WriteAsync(_image.Layers[1].AsMemory(0, 1000)));

        await GetAsync(registry.Host + "/acme/base:10");

        _clock.Waits.ShouldBe([1]);
    }

    [Fact]
    public async Task A_layer_that_stops_coming_is_fetched_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        registry.Fail("GET", "/blobs/" + Digest.Of(_image.Layers[0]), 1, async context =>
        {
            await context.Response.Body.WriteAsync(_image.Layers[0].AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            _clock.LetWatchesExpire();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await GetAsync(registry.Host + "/acme/base:10");

        _clock.Waits.ShouldBe([1]);
    }

    [Fact]
    public async Task Another_host_that_layers_come_from_is_not_told_who_we_are()
    {
        await using var store = await FakeRegistry.StartAsync();
        await using var registry = await FakeRegistry.StartAsync();
        store.Add(_image);
        registry.Add(_image, "10");
        registry.Intercept = context =>
        {
            if (context.Request.Headers.Authorization.Count == 0)
            {
                context.Response.StatusCode = 401;
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"x\"";
                return Task.FromResult(true);
            }

            if (!context.Request.Path.Value!.Contains("/blobs/", StringComparison.Ordinal))
                return Task.FromResult(false);
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = $"http://{store.Host}{context.Request.Path}?signature=1";
            return Task.FromResult(true);
        };

        await Pushes.Bases(_clock, registry.Host, new("ann", Secret, isIdentityToken: false)).GetAsync(registry.Host + "/acme/base:10", null, _folder.Path, new Messages(), TestContext.Current.CancellationToken);

        store.Requests.Count.ShouldBe(3);
        store.Requests.ShouldAllBe(request => request.Authorization == "");
        registry.Requests.ShouldContain(request => request.Authorization.StartsWith("Basic "));
    }

    [Fact]
    public async Task Another_host_cannot_ask_who_we_are()
    {
        await using var store = await FakeRegistry.StartAsync();
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        store.Intercept = context =>
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"x\"";
            return Task.FromResult(true);
        };
        registry.Fail("GET", "/blobs/", 1, context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = $"http://{store.Host}/";
            return Task.CompletedTask;
        });

        await Should.ThrowAsync<InputException>(() => Pushes.Bases(_clock, registry.Host, new("ann", Secret, isIdentityToken: false))
            .GetAsync(registry.Host + "/acme/base:10", null, _folder.Path, new Messages(), TestContext.Current.CancellationToken));

        store.Requests.ShouldHaveSingleItem().Authorization.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redirects_to_plain_HTTP_elsewhere_or_in_a_circle_are_refused()
    {
        await using var registry = await FakeRegistry.StartAsync();
        var location = "http://registry.example/";
        registry.Intercept = context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.FromResult(true);
        };

        (await FaultAsync(registry)).ShouldContain("plain HTTP to 'registry.example'");
        location = $"http://{registry.Host}/v2/";
        (await FaultAsync(registry)).ShouldContain("redirects more than 5 times");
    }

    [Fact]
    public async Task What_is_kept_is_not_fetched_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        await GetAsync(registry.Host + "/acme/base:10");
        registry.Requests.Clear();

        await GetAsync(registry.Host + "/acme/base:10");

        registry.Requests.Select(request => request.Path).ShouldBe(["/v2/acme/base/manifests/10"]);
    }

    [Fact]
    public async Task A_pinned_base_that_is_kept_needs_no_registry()
    {
        var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        var reference = registry.Host + "/acme/base:10";
        await GetAsync(reference);
        await registry.DisposeAsync();

        var image = await GetAsync(reference, _image.Digest);

        image.Layers.Select(layer => File.ReadAllBytes(layer.File)).ShouldBe(_image.Layers);
    }

    [Fact]
    public async Task A_kept_layer_with_other_bytes_is_fetched_again()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");
        var image = await GetAsync(registry.Host + "/acme/base:10");
        await File.WriteAllTextAsync(image.Layers[0].File, "rotten", TestContext.Current.CancellationToken);

        await GetAsync(registry.Host + "/acme/base:10");

        (await File.ReadAllBytesAsync(image.Layers[0].File, TestContext.Current.CancellationToken)).ShouldBe(_image.Layers[0]);
    }

    [Fact]
    public async Task A_pinned_base_is_fetched_by_its_digest_wherever_the_tag_went()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image);
        registry.Add(new TestImage(seed: 2), "10");

        var image = await GetAsync(registry.Host + "/acme/base:10", _image.Digest);

        image.Digest.ShouldBe(_image.Digest);
    }

    [Fact]
    public async Task A_digest_in_the_spec_that_the_lock_contradicts_is_refused()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image);

        var fault = await Should.ThrowAsync<InputException>(() => GetAsync($"{registry.Host}/acme/base@{_image.Digest}", Digest.Of("other")));

        fault.Message.ShouldContain($"image.lock pins {Digest.Of("other")}: delete the file to take the new one");
    }

    [Fact]
    public async Task A_base_that_is_not_there_is_named()
    {
        await using var registry = await FakeRegistry.StartAsync();

        (await FaultAsync(registry)).ShouldContain($"The registry {registry.Host} has no image {registry.Host}/acme/base:10");
    }

    [Fact]
    public async Task Many_may_fetch_into_one_folder()
    {
        await using var registry = await FakeRegistry.StartAsync();
        registry.Add(_image, "10");

        var images = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GetAsync(registry.Host + "/acme/base:10")));

        images.ShouldAllBe(image => image.Digest == _image.Digest);
        Directory.EnumerateFiles(_folder.Path).Count().ShouldBe(4, "the manifest, the configuration and two layers");
    }

    private static byte[] IndexOf(params (string Architecture, TestImage Image)[] images)
    {
        var entries = images.Select(entry => TestImage.Describe(entry.Image.Manifest, TestImage.ManifestType, $$""","platform":{"os":"linux","architecture":"{{entry.Architecture}}"}"""));
        return Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"mediaType":"{{Index}}","manifests":[{{string.Join(',', entries)}}]}""");
    }

    private static void Put(FakeRegistry registry, string tag, string type, byte[] manifest) => registry.Manifests[tag] = (type, manifest);

    private Task<BaseImage> GetAsync(string reference, Digest? pinned = null) =>
        Pushes.Bases(_clock).GetAsync(reference, pinned, _folder.Path, new Messages(), TestContext.Current.CancellationToken);

    private async Task<string> FaultAsync(FakeRegistry registry) => (await Should.ThrowAsync<InputException>(() => GetAsync(registry.Host + "/acme/base:10"))).Message;
}
