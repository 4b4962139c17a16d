using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using ModelPipeline.Packaging;
using Shared.Docker;

namespace ModelPipeline.Docker.Tests.Engine;

/// <summary>A small image that runs a shell script of BusyBox as a user without rights. No two are alike, so tests do not share one.</summary>
internal sealed class BusyBoxImage : IDisposable
{
    private const string BusyBox = "/bin/busybox";
    private const UnixFileMode ReadAndRun = (UnixFileMode)0b101_101_101;

    private readonly string _folder = Directory.CreateTempSubdirectory("image-").FullName;

    private BusyBoxImage(string script)
    {
        if (!File.Exists(BusyBox))
            RealDocker.Absent($"There is no {BusyBox}: install Debian's busybox-static.");
        var layer = Tar(("busybox", File.ReadAllBytes(BusyBox), ReadAndRun), ("index.html", "hello"u8.ToArray(), ReadAndRun));
        var config = Json(new
        {
            architecture = "amd64",
            os = "linux",
            config = new { User = "65532:65532", Entrypoint = new[] { "/busybox", "sh", "-c", script }, ExposedPorts = new Dictionary<string, object> { ["8080/tcp"] = new { } }, Labels = new { test = _folder } },
            rootfs = new { type = "layers", diff_ids = new[] { Digest.Of(layer).ToString() } },
        });
        var manifest = Json(new
        {
            schemaVersion = 2,
            mediaType = "application/vnd.oci.image.manifest.v1+json",
            config = Descriptor("application/vnd.oci.image.config.v1+json", config),
            layers = new[] { Descriptor("application/vnd.oci.image.layer.v1.tar", layer) },
        });
        var reference = $"modelpipeline-test/{Path.GetFileName(_folder).ToLowerInvariant()}:1";
        var archive = Path.Combine(_folder, "image.tar");
        File.WriteAllBytes(archive, Tar(
            ("oci-layout", Json(new { imageLayoutVersion = "1.0.0" }), ReadAndRun),
            ("index.json", Json(new { schemaVersion = 2, manifests = new[] { Descriptor("application/vnd.oci.image.manifest.v1+json", manifest, reference) } }), ReadAndRun),
            ("manifest.json", Json(new[] { new { Config = Blob(config), RepoTags = new[] { reference }, Layers = new[] { Blob(layer) } } }), ReadAndRun),
            (Blob(manifest), manifest, ReadAndRun),
            (Blob(config), config, ReadAndRun),
            (Blob(layer), layer, ReadAndRun)));
        Built = new BuiltImage
        {
            Archive = archive,
            Digest = Digest.Of(manifest),
            Id = Digest.Of(config),
            Reference = reference,
            Layers = [],
            Base = "scratch",
            Components = [],
        };
    }

    public BuiltImage Built { get; }

    /// <summary>An image that runs a script.</summary>
    public static BusyBoxImage Running(string script) => new(script);

    /// <summary>An image that answers GET / on port 8080 with <c>hello</c>.</summary>
    public static BusyBoxImage Serving() => new("trap exit TERM; /busybox httpd -f -p 8080 -h / & wait");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Blob(byte[] bytes) => $"blobs/sha256/{Digest.Of(bytes).Hex}";

    private static object Descriptor(string type, byte[] bytes, string? name = null) => new
    {
        mediaType = type,
        digest = Digest.Of(bytes).ToString(),
        size = bytes.Length,
        annotations = name is null ? [] : new Dictionary<string, string> { ["io.containerd.image.name"] = name, ["org.opencontainers.image.ref.name"] = name.Split(':')[1] },
    };

    private static byte[] Json<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value));

    private static byte[] Tar(params (string Path, byte[] Bytes, UnixFileMode Mode)[] files)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (path, bytes, mode) in files)
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { Mode = mode, DataStream = new MemoryStream(bytes) });
        }

        return stream.ToArray();
    }
}
