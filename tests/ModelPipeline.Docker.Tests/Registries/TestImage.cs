using System.Formats.Tar;
using System.Globalization;
using System.Text;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>A small image for Linux on x64.</summary>
internal sealed class TestImage
{
    public const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string LayerType = "application/vnd.oci.image.layer.v1.tar+gzip";

    public TestImage(int layers = 2, int layerBytes = 300_000, int seed = 1, string architecture = "amd64")
    {
        var random = new Random(seed);
        Layers = [.. Enumerable.Range(0, layers).Select(_ => new byte[layerBytes])];
        foreach (var layer in Layers)
            random.NextBytes(layer);
        DiffIds = [.. Layers.Select((_, i) => Digest.Of(string.Create(CultureInfo.InvariantCulture, $"unpacked {i}")))];
        Config = Encoding.UTF8.GetBytes($$"""{"architecture":"{{architecture}}","os":"linux","rootfs":{"type":"layers","diff_ids":[{{Join(DiffIds.Select(id => $"\"{id}\""))}}] } }""");
        Manifest = Encoding.UTF8.GetBytes($$"""
            {"schemaVersion":2,"mediaType":"{{ManifestType}}","config":{{Describe(Config, "application/vnd.oci.image.config.v1+json")}},"layers":[{{Join(Layers.Select(layer => Describe(layer, LayerType)))}}]}
            """);
    }

    public byte[][] Layers { get; }

    public Digest[] DiffIds { get; }

    public byte[] Config { get; }

    public byte[] Manifest { get; }

    public Digest Digest => Digest.Of(Manifest);

    /// <summary>The configuration and the layers.</summary>
    public IEnumerable<byte[]> Blobs => Layers.Prepend(Config);

    /// <summary>Writes the archive.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="change">Changes a file; <see langword="null"/> leaves it out.</param>
    public string Save(string path, Func<string, byte[], byte[]?>? change = null)
    {
        using var stream = File.Create(path);
        using var tar = new TarWriter(stream, TarEntryFormat.Pax);
        Add("oci-layout", """{"imageLayoutVersion":"1.0.0"}"""u8.ToArray());
        Add("index.json", Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"manifests":[{{Describe(Manifest, ManifestType)}}]}"""));
        foreach (var blob in Blobs.Append(Manifest))
            Add("blobs/sha256/" + Digest.Of(blob).Hex, blob);
        return path;

        void Add(string name, byte[] bytes)
        {
            if ((change is null ? bytes : change(name, bytes)) is { } content)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }
    }

    /// <summary>A descriptor.</summary>
    public static string Describe(byte[] bytes, string type, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"mediaType":"{{type}}","digest":"{{Digest.Of(bytes)}}","size":{{bytes.Length}}{{more}}}""");

    private static string Join(IEnumerable<string> texts) => string.Join(',', texts);
}
