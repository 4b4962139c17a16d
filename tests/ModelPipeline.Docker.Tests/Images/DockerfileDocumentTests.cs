using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Tests.Images;

public sealed class DockerfileDocumentTests : IDisposable
{
    private readonly Workbench _bench = new();

    [Fact]
    public async Task On_scratch_every_layer_is_unpacked()
    {
        var image = await _bench.BuildAsync();

        var document = DockerfileDocument.Of(_bench.Request(), image);

        document.From.ShouldBe("scratch");
        document.Blobs.ShouldBe(image.Layers.Select(layer => $"blobs/sha256/{layer.Digest.Hex}"));
        Workbench.Read(_bench.Archive).Select(file => file.Name).ShouldContain(document.Blobs[0]);
    }

    [Fact]
    public async Task On_a_base_of_a_registry_only_what_is_above_it_is_unpacked()
    {
        var image = await _bench.BuildAsync() with { Base = "registry.example/base:1@sha256:00" };

        var document = DockerfileDocument.Of(_bench.Request("registry.example/base:1"), image);

        document.From.ShouldBe("registry.example/base:1@sha256:00");
        document.Blobs.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_description_stays_within_its_label()
    {
        var image = await _bench.BuildAsync();

        var document = DockerfileDocument.Of(_bench.Request() with { Description = "a \"b\" $HOME \\\nRUN evil" }, image);

        document.Labels.ShouldContain("""
            "org.opencontainers.image.description"="a \"b\" \$HOME \\ RUN evil"
            """);
    }

    public void Dispose() => _bench.Dispose();
}
