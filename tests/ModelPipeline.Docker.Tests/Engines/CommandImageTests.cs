using System.Formats.Tar;
using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.NativeLibraries;
using ModelPipeline.Docker.Payloads;
using ModelPipeline.Docker.Tests.Images;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using Shared.Docker;
using Shared.Models;

namespace ModelPipeline.Docker.Tests.Engines;

/// <summary>Images with a model that a program of the base scores.</summary>
public sealed class CommandImageTests : IDisposable
{
    private const UnixFileMode ReadAndRun = (UnixFileMode)0b101_101_101;

    private readonly Packaged _packaged = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_base_that_has_the_program_its_golden_rows_have_the_same_scores_in_a_container(bool serves)
    {
        using var docker = await RealDocker.RequireAsync();
        Write(serves);

        var outcome = await _packaged.TryAsync(AwkProgram.Engine, BaseWith(AwkProgram.BusyBox), docker.Endpoint);

        outcome.Checks.ShouldAllBe(check => check.Status == Status.Passed);
        outcome.Facts["tried_in"].ShouldStartWith("a container of Docker ");
        outcome.Measures["largest_difference"].Value.ShouldBe(0);
    }

    [Fact]
    public async Task On_a_base_without_the_program_the_trial_fails()
    {
        using var docker = await RealDocker.RequireAsync();
        Write(serves: true);

        var outcome = await _packaged.TryAsync(AwkProgram.Engine, BaseWith(), docker.Endpoint);

        outcome.Checks.Single(check => check.Name == "service").Status.ShouldBe(Status.Error);
    }

    [Fact]
    public async Task Without_a_container_engine_the_program_of_this_machine_is_tried()
    {
        Write(serves: true);

        var outcome = await _packaged.TryAsync(AwkProgram.Engine, BaseWith(AwkProgram.BusyBox), docker: null);

        outcome.Checks.Single(check => check.Name == "golden_rows").Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task An_image_from_scratch_is_refused()
    {
        Write(serves: false);

        (await Should.ThrowAsync<InputException>(() => _packaged.TryAsync(AwkProgram.Engine, PackageSpec.Scratch, docker: null))).Message
            .ShouldStartWith("Models of engine 'command' start programs");
    }

    public void Dispose() => _packaged.Dispose();

    private void Write(bool serves)
    {
        if (!File.Exists(AwkProgram.BusyBox))
            RealDocker.Absent($"There is no {AwkProgram.BusyBox}: install Debian's busybox-static.");
        AwkProgram.Write(_packaged.Bundle, Directory.CreateDirectory(_packaged.Folder["program"]).FullName, serves);
    }

    /// <summary>An archive as <c>docker save</c> writes it, with programs and the libraries that the service needs.</summary>
    private string BaseWith(params string[] programs)
    {
        var needed = NeededLibraries.Of(PayloadLayers.Files(new OciImageBuilder(TimeProvider.System).Payload), [], NeededLibraries.OpenSsl[0]);
        var libraries = LibraryCollector.Collect(needed, new LibraryFolders());
        var layer = Path.Combine(_packaged.Folder.Path, "layer.tar");
        using (var tar = new TarWriter(File.Create(layer), TarEntryFormat.Ustar))
        {
            foreach (var (path, file) in libraries.Select(library => ($"{library.FoundIn}/{library.Name}", library.File)).Concat(programs.Select(program => (program[1..], program))))
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { Mode = ReadAndRun, DataStream = new MemoryStream(File.ReadAllBytes(file)) });
        }

        var config = $$$"""{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["{{{Digest.OfFile(layer)}}}"]}}""";
        Workbench.Write(_packaged.Folder["base.tar"],
        [
            ("0123/layer.tar", File.ReadAllBytes(layer)),
            ("config.json", Workbench.Utf8(config)),
            ("manifest.json", Workbench.Utf8("""[{"Config":"config.json","RepoTags":["base:1"],"Layers":["0123/layer.tar"]}]""")),
        ]);
        return _packaged.Folder["base.tar"];
    }
}
