using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.Images.Bases;
using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Docker.NativeLibraries;

namespace ModelPipeline.Docker.Tests.Images;

public sealed class BaseTests : IDisposable
{
    private readonly Workbench _bench = new();

    [Fact]
    public async Task An_image_is_built_on_an_OCI_layout()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);

        var image = await _bench.BuildAsync(Layout(under));

        image.Layers.Select(layer => layer.Name).ShouldBe(["base", "runtime", "service", "model"]);
        image.Base.ShouldStartWith("base.tar@sha256:");
        _bench.Config(image)["config"]!["Env"]!.AsArray().Select(item => item!.ToString()).ShouldContain("LANG=C.UTF-8");
        _bench.Config(image)["config"]!["Labels"]!["org.opencontainers.image.base.name"]!.ToString().ShouldBe("base.tar");
        (await _bench.FaultsAsync(image)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_image_is_built_on_what_docker_save_writes_and_its_layer_is_compressed()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);

        var image = await _bench.BuildAsync(Saved(under));

        image.Layers[0].Digest.ShouldNotBe(Digest.Of(under.Tar));
        _bench.Config(image)["rootfs"]!["diff_ids"]![0]!.ToString().ShouldBe(Digest.Of(under.Tar).ToString());
        (await _bench.FaultsAsync(image)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_layer_that_was_compressed_once_is_not_compressed_again()
    {
        var archive = Saved(Base(files: [(Loader, ""), ("lib/libc.so.6", "")]));
        var first = await _bench.BuildAsync(archive);
        var blob = _bench.Folder[$"cache/blobs/{first.Layers[0].Digest.Hex}"];
        var date = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(blob, date);

        var second = await _bench.BuildAsync(archive);

        second.Digest.ShouldBe(first.Digest);
        File.GetLastWriteTimeUtc(blob).ShouldBe(date);
    }

    [Fact]
    public async Task A_layer_that_comes_compressed_keeps_its_bytes_whatever_the_cache_holds()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);
        await _bench.BuildAsync(Saved(under));

        var image = await _bench.BuildAsync(Saved(under with { Tar = under.Gzip }));

        image.Layers[0].Digest.ShouldBe(Digest.Of(under.Gzip));
    }

    [Theory]
    [InlineData(MediaTypes.PlainLayer)]
    [InlineData(MediaTypes.DockerPlainLayer)]
    public async Task An_image_is_built_on_a_layer_of_a_registry_that_is_not_compressed(string type)
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);
        _bench.Registry = new Registry(_bench, under with { Gzip = under.Tar }, type);

        var image = await _bench.BuildAsync("registry.example/base:1");

        image.Layers[0].Digest.ShouldBe(Digest.Of(under.Tar));
        (await _bench.FaultsAsync(image)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_layer_of_a_registry_that_is_damaged_is_named()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);
        _bench.Registry = new Registry(_bench, under with { Gzip = under.Tar });

        await RefusedAsync("registry.example/base:1", $"The base registry.example/base:1 cannot be used: its layer {Digest.Of(under.Tar)} cannot be read: ");
    }

    [Theory]
    [InlineData(1 << 10, 10)]
    [InlineData(1 << 20, 1)]
    public async Task A_base_whose_layers_unpack_to_too_much_is_refused(int mostBytes, int mostEntries)
    {
        var registry = new Registry(_bench, Base(files: [(Loader, ""), ("lib/libc.so.6", "")]));
        var image = await registry.GetAsync("registry.example/base:1", null, "", new Progress<string>(), TestContext.Current.CancellationToken);

        var refused = Should.Throw<InputException>(() => BaseChecks.Verify(image, new NeededLibraries([], null), new LayerReader(mostBytes, mostEntries), TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("the layers ");
    }

    [Fact]
    public async Task An_image_is_built_on_an_image_that_was_built_here()
    {
        await _bench.BuildAsync();
        File.Move(_bench.Archive, _bench.Folder["own.tar"]);

        var image = await _bench.BuildAsync(_bench.Folder["own.tar"]);

        image.Layers.Count.ShouldBe(7);
        (await _bench.FaultsAsync(image)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_nested_index_is_searched_for_this_platform()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);

        (await _bench.BuildAsync(Layout(under, nested: 1))).Layers.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_index_that_is_named_again_and_again_is_read_once()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);

        (await _bench.BuildAsync(Layout(under, nested: 40))).Layers.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_archive_with_too_many_indexes_is_refused() =>
        await RefusedAsync(Layout(Base(files: [(Loader, "")]), nested: 101), "more than 100 indexes");

    [Fact]
    public void Reading_an_archive_can_be_stopped()
    {
        using var stopped = new CancellationTokenSource();
        var tar = new ImageTar(Saved(Base(files: [(Loader, "")])), stopped.Token);
        stopped.Cancel();

        Should.Throw<OperationCanceledException>(() => tar.Read("manifest.json"));
    }

    [Theory]
    [InlineData("arm64", "linux", "linux/arm64")]
    [InlineData("amd64", "windows", "windows/amd64")]
    public async Task A_base_for_another_machine_or_system_is_refused(string architecture, string os, string said) =>
        await RefusedAsync(Layout(Base(architecture, os, files: [(Loader, "")])), said);

    [Fact]
    public async Task A_base_with_musl_is_refused() => await RefusedAsync(Layout(Base(files: [("lib/ld-musl-x86_64.so.1", "")])), "musl");

    [Fact]
    public async Task A_base_without_a_library_that_the_service_needs_is_refused() => await RefusedAsync(Layout(Base(files: [(Loader, "")])), "libc.so.6");

    [Fact]
    public async Task A_base_must_have_the_library_that_the_user_named_on_this_machine()
    {
        _bench.Folder.Write("machine/opt/mine.so", NativeLibraries.FakeElf.Of([], "libgomp.so.1"));

        (await Should.ThrowAsync<InputException>(() => _bench.BuildAsync(Layout(Base(files: [(Loader, ""), ("lib/libc.so.6", "")])), "/opt/mine.so"))).Message.ShouldContain("libgomp.so.1");
        var image = await _bench.BuildAsync(Layout(Base(files: [(Loader, ""), ("lib/libc.so.6", ""), ("lib/libgomp.so.1", "")])), "/opt/mine.so");

        image.Layers.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_layer_with_other_bytes_than_its_digest_says_is_refused()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);
        await RefusedAsync(Layout(under with { Gzip = [.. under.Gzip, 0] }, layerDigest: Digest.Of(under.Gzip)), "other bytes");
    }

    [Fact]
    public async Task A_layer_with_other_files_than_the_configuration_says_is_refused()
    {
        var under = Base(files: [(Loader, ""), ("lib/libc.so.6", "")]);
        await RefusedAsync(Layout(under with { Gzip = Base(files: [("other", "")]).Gzip }), "other files");
    }

    [Fact]
    public async Task A_layer_compressed_with_zstd_is_refused()
    {
        var under = Base(files: [(Loader, "")]);
        await RefusedAsync(Layout(under with { Gzip = [0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0] }), "zstd");
    }

    [Fact]
    public async Task A_link_in_an_archive_is_not_followed()
    {
        var under = Base(files: [(Loader, "")]);
        using (var tar = new TarWriter(File.Create(_bench.Folder["link.tar"]), TarEntryFormat.Ustar))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "manifest.json") { DataStream = new MemoryStream(Workbench.Utf8("""[{"Config":"config.json","Layers":["layer.tar"]}]""")) });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "config.json") { DataStream = new MemoryStream(under.Config) });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "layer.tar") { LinkName = "/etc/passwd" });
        }

        await RefusedAsync(_bench.Folder["link.tar"], "has no file 'layer.tar'");
    }

    [Theory]
    [InlineData("no archive at all, but a text that is longer than a header of 512 bytes is not needed")]
    [InlineData("")]
    public async Task What_is_no_archive_is_refused(string text) => await RefusedAsync(_bench.Folder.Write("base.tar", text), "base.tar");

    [Fact]
    public async Task A_missing_archive_is_refused() => await RefusedAsync(_bench.Folder["nowhere.tar"], "There is no archive");

    [Fact]
    public async Task A_base_of_a_registry_is_pinned_and_asked_for_by_its_digest_from_then_on()
    {
        var registry = new Registry(_bench, Base(files: [(Loader, ""), ("lib/libc.so.6", "")]));
        _bench.Registry = registry;

        var first = await _bench.BuildAsync("registry.example/base:1");
        var second = await _bench.BuildAsync("registry.example/base:1");

        registry.Pins.ShouldBe([null, registry.Digest]);
        second.Digest.ShouldBe(first.Digest);
        File.ReadAllText(_bench.Folder["image.lock"]).ShouldContain(registry.Digest.ToString());
        _bench.Said.Count(said => said.Contains("image.lock")).ShouldBe(1);
        first.Base.ShouldBe($"registry.example/base:1@{registry.Digest}");
    }

    [Fact]
    public async Task A_lock_of_another_base_is_refused_before_the_registry_is_asked()
    {
        var registry = new Registry(_bench, Base(files: [(Loader, ""), ("lib/libc.so.6", "")]));
        _bench.Registry = registry;
        await _bench.BuildAsync("registry.example/base:1");

        await RefusedAsync("registry.example/base:2", "Delete the file to pin anew");

        registry.Pins.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"base":"registry.example/base:1","digest":"sha256:12"}""")]
    public async Task A_lock_that_cannot_be_read_is_refused(string text)
    {
        _bench.Folder.Write("image.lock", text);
        await RefusedAsync("registry.example/base:1", "image.lock cannot be read");
    }

    public void Dispose() => _bench.Dispose();

    private const string Loader = "lib64/ld-linux-x86-64.so.2";

    private async Task RefusedAsync(string reference, string said)
    {
        (await Should.ThrowAsync<InputException>(() => _bench.BuildAsync(reference))).Message.ShouldContain(said);
        File.Exists(_bench.Folder["image/image.tar"]).ShouldBe(_bench.Said.Contains("writing the image"));
    }

    private static Parts Base(string architecture = "amd64", string os = "linux", params (string Path, string Text)[] files)
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (path, text) in files)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Workbench.Utf8(text)), ModificationTime = DateTimeOffset.UnixEpoch });
        }

        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes.ToArray());
        var config = $$$"""{"architecture":"{{{architecture}}}","os":"{{{os}}}","config":{"Env":["LANG=C.UTF-8"]},"rootfs":{"type":"layers","diff_ids":["{{{Digest.Of(bytes.ToArray())}}}"]}}""";
        return new Parts(bytes.ToArray(), zipped.ToArray(), Workbench.Utf8(config));
    }

    private string Layout(Parts under, Digest? layerDigest = null, int nested = 0)
    {
        var layer = layerDigest ?? Digest.Of(under.Gzip);
        var manifest = Workbench.Utf8(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["config"] = new JsonObject { ["digest"] = Digest.Of(under.Config).ToString() },
            ["layers"] = new JsonArray(new JsonObject { ["digest"] = layer.ToString() }),
        }.ToJsonString());
        var index = Workbench.Utf8($$$"""{"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"{{{Digest.Of(manifest)}}}"},{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"{{{Digest.Of("x")}}}","platform":{"os":"unknown","architecture":"unknown"}}]}""");
        List<(string, byte[])> files = [($"blobs/sha256/{Digest.Of(under.Config).Hex}", under.Config), ($"blobs/sha256/{Digest.Of(manifest).Hex}", manifest), ($"blobs/sha256/{layer.Hex}", under.Gzip)];
        for (var depth = 0; depth < nested; depth++)
        {
            files.Add(($"blobs/sha256/{Digest.Of(index).Hex}", index));
            var named = $$"""{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"{{Digest.Of(index)}}"}""";
            index = Workbench.Utf8($$"""{"manifests":[{{named}},{{named}}]}""");
        }

        Workbench.Write(_bench.Folder["base.tar"], [.. files, ("index.json", index)]);
        return _bench.Folder["base.tar"];
    }

    private string Saved(Parts under)
    {
        Workbench.Write(_bench.Folder["saved.tar"],
        [
            ("0123/layer.tar", under.Tar),
            ("config.json", under.Config),
            ("manifest.json", Workbench.Utf8("""[{"Config":"config.json","RepoTags":["base:1"],"Layers":["0123/layer.tar"]}]""")),
        ]);
        return _bench.Folder["saved.tar"];
    }

    private sealed record Parts(byte[] Tar, byte[] Gzip, byte[] Config);

    private sealed class Registry(Workbench bench, Parts under, string mediaType = MediaTypes.Layer) : IBaseImages
    {
        public Digest Digest { get; } = Digest.Of("manifest");

        public List<Digest?> Pins { get; } = [];

        public Task<BaseImage> GetAsync(string reference, Digest? pinned, string blobs, IProgress<string> progress, CancellationToken cancellation)
        {
            Pins.Add(pinned);
            var layer = new BaseLayer(Digest.Of(under.Gzip), Digest.Of(under.Tar), under.Gzip.Length, bench.Folder.Write("layer", under.Gzip), mediaType);
            return Task.FromResult(new BaseImage(reference, Digest, under.Config, [layer]));
        }
    }
}
