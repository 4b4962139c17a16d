using System.Formats.Tar;
using System.Globalization;
using System.Text.Json.Nodes;
using ModelPipeline.Docker.Images.Layers;

namespace ModelPipeline.Docker.Tests.Images;

public sealed class OciImageBuilderTests : IDisposable
{
    private readonly Workbench _bench = new();

    [Fact]
    public async Task An_image_on_scratch_has_four_layers_and_no_faults()
    {
        var image = await _bench.BuildAsync();

        image.Layers.Select(layer => layer.Name).ShouldBe(["base", "runtime", "service", "model"]);
        image.Reference.ShouldBe($"acme/churn:{_bench.Request().Bundle.Digest.Short}");
        (await _bench.FaultsAsync(image)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_layer_holds_its_own_files()
    {
        var image = await _bench.BuildAsync();

        Files("base").ShouldBe(["etc/group", "etc/nsswitch.conf", "etc/passwd", "lib/x86_64-linux-gnu/libc.so.6", "lib64/ld-linux-x86-64.so.2"]);
        Files("runtime").ShouldBe(["app/System.Runtime.dll"]);
        Files("service").ShouldBe(["app/ModelPipeline.Scoring", "app/ModelPipeline.Scoring.deps.json", "app/ModelPipeline.Scoring.dll"]);
        Files("model").ShouldBe(["model/bundle.json", "model/weights/model.json"]);

        string[] Files(string layer) => [.. Workbench.Layer(_bench.Archive, image, layer).Where(entry => entry.EntryType == TarEntryType.RegularFile).Select(entry => entry.Name)];
    }

    [Fact]
    public async Task Entries_are_sorted_owned_by_root_and_without_a_date()
    {
        var image = await _bench.BuildAsync();

        foreach (var layer in image.Layers)
        {
            var entries = Workbench.Layer(_bench.Archive, image, layer.Name);
            entries.Select(entry => entry.Name.TrimEnd('/')).ShouldBe(entries.Select(entry => entry.Name.TrimEnd('/')).Order(StringComparer.Ordinal));
            entries.ShouldAllBe(entry => entry.Uid == 0 && entry.Gid == 0 && entry.ModificationTime == DateTimeOffset.UnixEpoch);
        }
    }

    [Fact]
    public async Task Equal_inputs_give_equal_bytes_in_any_folder_culture_permissions_and_on_any_date()
    {
        using var other = new Workbench();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(other.Folder["payload/System.Runtime.dll"], UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);
        File.SetLastWriteTimeUtc(other.Folder["bundle/bundle.json"], new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var first = await _bench.BuildAsync();
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        var second = await other.BuildAsync();
        CultureInfo.CurrentCulture = culture;

        second.Digest.ShouldBe(first.Digest);
        File.ReadAllBytes(other.Archive).ShouldBe(File.ReadAllBytes(_bench.Archive));
    }

    [Fact]
    public async Task An_empty_cache_and_a_full_one_give_equal_bytes()
    {
        await _bench.BuildAsync();
        var cold = File.ReadAllBytes(_bench.Archive);
        File.Delete(_bench.Archive);

        var image = await _bench.BuildAsync();

        image.Layers.ShouldAllBe(layer => layer.IsCached);
        File.ReadAllBytes(_bench.Archive).ShouldBe(cold);
    }

    [Fact]
    public void A_layer_that_another_version_of_NET_compressed_is_not_taken_from_the_cache() =>
        new LayerContent("empty", []).Key.ShouldBe(Digest.Of($"layer 1, gzip 1 of .NET {Environment.Version}\n"));

    [Fact]
    public async Task A_new_model_makes_one_new_layer()
    {
        var first = await _bench.BuildAsync();
        _bench.Model("two");

        var second = await _bench.BuildAsync();

        second.Layers.Where(layer => !layer.IsCached).Select(layer => layer.Name).ShouldBe(["model"]);
        second.Layers.Select(layer => layer.Digest).Intersect(first.Layers.Select(layer => layer.Digest)).Count().ShouldBe(3);
        second.Digest.ShouldNotBe(first.Digest);
        (await _bench.FaultsAsync(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_archive_that_is_there_already_is_not_written_again()
    {
        await _bench.BuildAsync();
        var date = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_bench.Archive, date);

        await _bench.BuildAsync();

        File.GetLastWriteTimeUtc(_bench.Archive).ShouldBe(date);
    }

    [Fact]
    public async Task An_archive_that_was_damaged_is_written_again()
    {
        var image = await _bench.BuildAsync();
        Damage(_bench.Archive);

        await _bench.BuildAsync();

        (await _bench.FaultsAsync(image)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cached_layer_that_was_damaged_is_made_again()
    {
        var first = await _bench.BuildAsync();
        foreach (var blob in Directory.EnumerateFiles(_bench.Folder["cache/blobs"]))
            Damage(blob);
        File.Delete(_bench.Archive);

        var second = await _bench.BuildAsync();

        second.Digest.ShouldBe(first.Digest);
        second.Layers.ShouldAllBe(layer => !layer.IsCached);
        (await _bench.FaultsAsync(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_builds_with_one_cache_succeed_at_once()
    {
        var images = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
            _bench.Builder().BuildAsync(_bench.Request() with { Archive = _bench.Folder[$"image{number}.tar"] }, new Progress<string>(), TestContext.Current.CancellationToken))));

        images.Select(image => image.Digest).Distinct().ShouldHaveSingleItem();
        images.Select(image => Digest.OfFile(image.Archive)).Distinct().ShouldHaveSingleItem();
        Directory.EnumerateFiles(_bench.Folder["cache"], "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_build_that_is_stopped_leaves_nothing_half_written()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _bench.Builder().BuildAsync(_bench.Request(), new Progress<string>(), stopped.Token));

        File.Exists(_bench.Archive).ShouldBeFalse();
        Directory.EnumerateFiles(_bench.Folder.Path, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_configuration_says_how_the_service_runs()
    {
        var image = await _bench.BuildAsync();

        var config = _bench.Config(image)["config"]!;

        config["User"]!.ToString().ShouldBe("65532:65532");
        config["Entrypoint"]!.AsArray().Select(item => item!.ToString()).ShouldBe(["/app/ModelPipeline.Scoring"]);
        config["Cmd"]!.AsArray().Select(item => item!.ToString()).ShouldBe(["serve"]);
        config["ExposedPorts"]!.AsObject().Select(port => port.Key).ShouldBe(["8080/tcp"]);
        config["Env"]!.AsArray().Select(item => item!.ToString()).ShouldContain($"SCORING_DIGEST={_bench.Request().Bundle.Digest}");
        config["Healthcheck"]!["Test"]!.AsArray().Select(item => item!.ToString()).ShouldBe(["CMD", "/app/ModelPipeline.Scoring", "health"]);
        config["Labels"]!["org.opencontainers.image.description"]!.ToString().ShouldBe(_bench.Request().Description);
    }

    [Fact]
    public async Task The_image_lists_what_it_is_made_of()
    {
        var image = await _bench.BuildAsync();

        image.Components.Select(component => component.Name).ShouldBe(["MathNet.Numerics", "Microsoft.NETCore.App", "ld-linux-x86-64.so.2", "libc.so.6"]);
        image.Components[0].PackageUrl.ShouldBe("pkg:nuget/MathNet.Numerics@5.0.0");
        image.Components[3].Digest.ShouldBe(Digest.OfFile(_bench.Folder["machine/lib/x86_64-linux-gnu/libc.so.6"]));
    }

    [Fact]
    public async Task The_engines_libraries_are_in_the_image_or_it_is_refused()
    {
        (await Should.ThrowAsync<InputException>(() => _bench.BuildAsync(libraries: "libgomp.so.1"))).Message.ShouldContain("libgomp1");
        File.Exists(_bench.Archive).ShouldBeFalse();
        _bench.Folder.Write("machine/usr/lib/libgomp.so.1", NativeLibraries.FakeElf.Of(["libc.so.6"], "libgomp.so.1"));

        var image = await _bench.BuildAsync(libraries: "libgomp.so.1");

        Workbench.Layer(_bench.Archive, image, "base").Select(entry => entry.Name).ShouldContain("lib/x86_64-linux-gnu/libgomp.so.1");
    }

    [Fact]
    public async Task A_library_that_the_user_named_is_in_the_image_by_its_own_name()
    {
        var file = _bench.Folder.Write("machine/opt/mine.so", NativeLibraries.FakeElf.Of(["libc.so.6"], "libgomp.so.1"));

        var image = await _bench.BuildAsync(libraries: "/opt/mine.so");

        Workbench.Layer(_bench.Archive, image, "base").Select(entry => entry.Name).ShouldContain("lib/x86_64-linux-gnu/libgomp.so.1");
        image.Components.Single(component => component.Name == "libgomp.so.1").Digest.ShouldBe(Digest.OfFile(file));
    }

    [Fact]
    public void Another_file_of_the_same_library_makes_other_surroundings()
    {
        _bench.Folder.Write("machine/usr/lib/libgomp.so.1", NativeLibraries.FakeElf.Of([], "libgomp.so.1"));
        _bench.Folder.Write("machine/opt/mine.so", NativeLibraries.FakeElf.Of(["libc.so.6"], "libgomp.so.1"));

        _bench.Builder().ReadSurroundings(_bench.Request(libraries: "/opt/mine.so")).ShouldNotBe(_bench.Builder().ReadSurroundings(_bench.Request(libraries: "libgomp.so.1")));
    }

    [Fact]
    public async Task The_libraries_are_listed_with_their_Debian_packages_and_licences()
    {
        _bench.Folder.Write("machine/usr/lib/libgomp.so.1", NativeLibraries.FakeElf.Of(["libc.so.6"], "libgomp.so.1"));
        _bench.Folder.Write("machine/var/lib/dpkg/status", "Package: libgomp1\nVersion: 12.2.0-14\nArchitecture: amd64\n");
        _bench.Folder.Write("machine/var/lib/dpkg/info/libgomp1:amd64.list", "/usr/lib/libgomp.so.1\n");
        _bench.Folder.Write("machine/usr/share/doc/libgomp1/copyright", "Format: x\n\nFiles: *\nLicense: GPL-3\n");

        var image = await _bench.BuildAsync(libraries: "libgomp.so.1");

        var listed = image.Components.Single(component => component.Name == "libgomp.so.1");
        listed.Version.ShouldBe("12.2.0-14");
        listed.PackageUrl.ShouldBe("pkg:deb/debian/libgomp1@12.2.0-14?arch=amd64");
        listed.License.ShouldBe("GPL-3.0-only");
        image.Components.Single(component => component.Name == "libc.so.6").License.ShouldBeNull();
    }

    [Fact]
    public async Task A_bundle_that_changed_meanwhile_is_refused()
    {
        var request = _bench.Request();
        _bench.Model("two");

        (await Should.ThrowAsync<InputException>(() => _bench.BuildAsync(request))).Message.ShouldContain("was changed");
    }

    [Fact]
    public async Task The_archive_has_the_names_that_container_engines_look_for()
    {
        var image = await _bench.BuildAsync();
        var files = Workbench.Read(_bench.Archive);

        var index = JsonNode.Parse(files.Single(file => file.Name == "index.json").Bytes)!["manifests"]![0]!;
        var docker = JsonNode.Parse(files.Single(file => file.Name == "manifest.json").Bytes)![0]!;

        index["annotations"]!["io.containerd.image.name"]!.ToString().ShouldBe("docker.io/" + image.Reference);
        docker["RepoTags"]![0]!.ToString().ShouldBe(image.Reference);
        docker["Config"]!.ToString().ShouldBe($"blobs/sha256/{image.Id.Hex}");
    }

    public void Dispose() => _bench.Dispose();

    /// <summary>Changes a byte in the middle and leaves the length as it was.</summary>
    private static void Damage(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = file.Length / 2;
        var old = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(old ^ 0xFF));
    }
}
