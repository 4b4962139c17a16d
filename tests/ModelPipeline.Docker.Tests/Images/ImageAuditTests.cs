using System.Text.Json.Nodes;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Tests.Images;

public sealed class ImageAuditTests : IDisposable
{
    private readonly Workbench _bench = new();

    [Fact]
    public async Task A_changed_byte_of_a_layer_is_noticed()
    {
        var image = await _bench.BuildAsync();
        var layer = $"blobs/sha256/{image.Layers[^1].Digest.Hex}";
        Rewrite(file => file.Name == layer ? (file.Name, [.. file.Bytes[..^5], (byte)(file.Bytes[^5] ^ 1), .. file.Bytes[^4..]]) : file);

        (await _bench.FaultsAsync(image)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("oci-layout")]
    [InlineData("index.json")]
    [InlineData("manifest.json")]
    public async Task A_missing_document_is_noticed(string name)
    {
        var image = await _bench.BuildAsync();
        Workbench.Write(_bench.Archive, Workbench.Read(_bench.Archive).Where(file => file.Name != name).ToList());

        (await _bench.FaultsAsync(image)).ShouldHaveSingleItem().ShouldContain("cannot be read");
    }

    [Fact]
    public async Task A_missing_blob_is_noticed()
    {
        var image = await _bench.BuildAsync();
        Workbench.Write(_bench.Archive, Workbench.Read(_bench.Archive).Where(file => !file.Name.EndsWith(image.Layers[0].Digest.Hex, StringComparison.Ordinal)).ToList());

        (await _bench.FaultsAsync(image)).ShouldHaveSingleItem().ShouldContain("is missing");
    }

    [Fact]
    public async Task Another_image_than_the_one_that_was_built_is_noticed()
    {
        var image = await _bench.BuildAsync();
        _bench.Model("two");
        await _bench.BuildAsync();

        var faults = await _bench.FaultsAsync(image);

        faults.ShouldContain(fault => fault.Contains("expected " + image.Digest));
        faults.ShouldContain(fault => fault.Contains("tag"));
    }

    [Theory]
    [InlineData("User", "\"0\"", "root")]
    [InlineData("User", "\"nonroot\"", "root")]
    [InlineData("Entrypoint", "[\"/bin/sh\"]", "does not start with")]
    [InlineData("ExposedPorts", "{}", "expose")]
    [InlineData("Healthcheck", "{\"Test\":[\"NONE\"]}", "health check")]
    [InlineData("Env", "[]", "SCORING_DIGEST")]
    public async Task A_configuration_that_is_not_the_services_is_noticed(string setting, string value, string fault)
    {
        var image = await _bench.BuildAsync();

        var changed = ReplaceConfig(image, config => config["config"]![setting] = JsonNode.Parse(value));

        (await _bench.FaultsAsync(changed)).ShouldHaveSingleItem().ShouldContain(fault);
    }

    [Fact]
    public async Task Other_layers_in_the_configuration_than_in_the_manifest_are_noticed()
    {
        var image = await _bench.BuildAsync();

        var changed = ReplaceConfig(image, config => config["rootfs"]!["diff_ids"]![0] = Digest.Of("other").ToString());

        (await _bench.FaultsAsync(changed)).ShouldHaveSingleItem().ShouldContain("other layers");
    }

    [Fact]
    public async Task Another_bundle_than_the_label_says_is_noticed()
    {
        var image = await _bench.BuildAsync();

        var changed = ReplaceConfig(image, config => config["config"]!["Labels"]!["modelpipeline.bundle.digest"] = Digest.Of("other").ToString());

        (await _bench.FaultsAsync(changed)).ShouldContain(fault => fault.Contains("holds the bundle"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no archive")]
    public async Task What_is_no_archive_is_a_fault_and_no_failure(string text)
    {
        var image = await _bench.BuildAsync();
        File.WriteAllText(_bench.Archive, text);

        (await _bench.FaultsAsync(image)).ShouldHaveSingleItem().ShouldContain("cannot be read");
    }

    public void Dispose() => _bench.Dispose();

    private void Rewrite(Func<(string Name, byte[] Bytes), (string Name, byte[] Bytes)> change)
    {
        var files = Workbench.Read(_bench.Archive).Select(change).ToList();
        Workbench.Write(_bench.Archive, files);
    }

    /// <summary>Changes the configuration, and every document that names it, so that the archive agrees with itself.</summary>
    private BuiltImage ReplaceConfig(BuiltImage image, Action<JsonNode> change)
    {
        var node = _bench.Config(image);
        change(node);
        var config = Workbench.Utf8(node.ToJsonString());
        var files = Workbench.Read(_bench.Archive).ToDictionary(file => file.Name, file => file.Bytes);
        files.Remove($"blobs/sha256/{image.Id.Hex}");
        files.Remove($"blobs/sha256/{image.Digest.Hex}", out var old);
        var manifest = JsonNode.Parse(old!)!;
        (manifest["config"]!["digest"], manifest["config"]!["size"]) = (Digest.Of(config).ToString(), config.Length);
        var written = Workbench.Utf8(manifest.ToJsonString());
        var index = JsonNode.Parse(files["index.json"])!;
        (index["manifests"]![0]!["digest"], index["manifests"]![0]!["size"]) = (Digest.Of(written).ToString(), written.Length);
        var docker = JsonNode.Parse(files["manifest.json"])!;
        docker[0]!["Config"] = $"blobs/sha256/{Digest.Of(config).Hex}";
        files["index.json"] = Workbench.Utf8(index.ToJsonString());
        files["manifest.json"] = Workbench.Utf8(docker.ToJsonString());
        files[$"blobs/sha256/{Digest.Of(config).Hex}"] = config;
        files[$"blobs/sha256/{Digest.Of(written).Hex}"] = written;
        Workbench.Write(_bench.Archive, files.Select(file => (file.Key, file.Value)));
        return image with { Digest = Digest.Of(written), Id = Digest.Of(config) };
    }
}
