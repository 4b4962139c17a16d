using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ModelPipeline.Data;
using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.Tests.NativeLibraries;
using ModelPipeline.Packaging;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Docker.Tests.Images;

/// <summary>A service, a machine with native libraries and a model in a folder, and a builder for them.</summary>
internal sealed class Workbench : IDisposable
{
    private const string Loader = "/lib64/ld-linux-x86-64.so.2";

    public Workbench()
    {
        Folder.Write("payload/ModelPipeline.Scoring", FakeElf.Of(["libc.so.6"], loader: Loader));
        Folder.Write("payload/ModelPipeline.Scoring.dll", "service");
        Folder.Write("payload/System.Runtime.dll", "runtime");
        Folder.Write("payload/ModelPipeline.Scoring.deps.json", """
            {"runtimeTarget":{"name":"t"},"targets":{"t":{"runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.1":{"runtime":{"System.Runtime.dll":{}}},
            "MathNet.Numerics/5.0.0":{"runtime":{"lib/net6.0/MathNet.Numerics.dll":{}}},"ModelPipeline.Scoring/1.0":{"runtime":{"ModelPipeline.Scoring.dll":{}}}}},
            "libraries":{"runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.1":{"type":"runtimepack"},"MathNet.Numerics/5.0.0":{"type":"package"},"ModelPipeline.Scoring/1.0":{"type":"project"}}}
            """);
        Folder.Write("payload/files.txt", "ModelPipeline.Scoring\nModelPipeline.Scoring.deps.json\nModelPipeline.Scoring.dll\nSystem.Runtime.dll\n");
        Folder.Write("machine/lib64/ld-linux-x86-64.so.2", FakeElf.Of([], "ld-linux-x86-64.so.2"));
        Folder.Write("machine/lib/x86_64-linux-gnu/libc.so.6", FakeElf.Of(["ld-linux-x86-64.so.2"], "libc.so.6"));
        Model("one");
    }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Where bases of registries come from.</summary>
    public IBaseImages Registry { get; set; } = new NoBases();

    public List<string> Said { get; } = [];

    public string Archive => Folder["image/image.tar"];

    /// <summary>Replaces the model.</summary>
    public void Model(string content)
    {
        Folder.Write("bundle/bundle.json", "{}");
        Folder.Write("bundle/weights/model.json", content);
    }

    public ImageRequest Request(string @base = PackageSpec.Scratch, params string[] libraries) => new()
    {
        Name = "acme/churn",
        Bundle = new ModelBundle(Folder["bundle"], BundleDigest.Of(Folder["bundle"]), Manifest),
        Description = "Who will leave — \"soon\".",
        NativeLibraries = libraries,
        Base = @base,
        LockFile = Folder["image.lock"],
        Archive = Archive,
        Cache = Folder["cache"],
    };

    public Task<BuiltImage> BuildAsync(string @base = PackageSpec.Scratch, params string[] libraries) => BuildAsync(Request(@base, libraries));

    public Task<BuiltImage> BuildAsync(ImageRequest request) => Builder().BuildAsync(request, new Listener(Said), TestContext.Current.CancellationToken);

    public OciImageBuilder Builder() => new(Folder["payload"], Registry, Folder["machine"], TimeProvider.System);

    public Task<IReadOnlyList<string>> FaultsAsync(BuiltImage image) => Builder().FaultsAsync(Archive, image, TestContext.Current.CancellationToken);

    /// <summary>The files of an archive, by name, in order.</summary>
    public static List<(string Name, byte[] Bytes)> Read(string archive)
    {
        var files = new List<(string, byte[])>();
        using var tar = new TarReader(File.OpenRead(archive));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType == TarEntryType.RegularFile)
                files.Add((entry.Name, BytesOf(entry.DataStream)));
        }

        return files;
    }

    /// <summary>The entries of a layer.</summary>
    public static List<TarEntry> Layer(string archive, BuiltImage image, string name)
    {
        var digest = image.Layers.Single(layer => layer.Name == name).Digest;
        var bytes = Read(archive).Single(file => file.Name == $"blobs/sha256/{digest.Hex}").Bytes;
        var entries = new List<TarEntry>();
        using var tar = new TarReader(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress));
        while (tar.GetNextEntry(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }

    /// <summary>Writes an archive.</summary>
    public static void Write(string archive, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var tar = new TarWriter(File.Create(archive), TarEntryFormat.Ustar);
        foreach (var (name, bytes) in files)
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
    }

    public JsonNode Config(BuiltImage image) => JsonNode.Parse(Read(Archive).Single(file => file.Name == $"blobs/sha256/{image.Id.Hex}").Bytes)!;

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public void Dispose() => Folder.Dispose();

    private static byte[] BytesOf(Stream? stream)
    {
        using var bytes = new MemoryStream();
        stream?.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static BundleManifest Manifest { get; } = new()
    {
        Name = "churn",
        Engine = "fake",
        Trainer = "guess",
        Versions = new Dictionary<string, string>(),
        Signature = new ModelSignature(ModelTask.Regression, [new FeatureSignature("age", ColumnType.Numeric, [])], ["prediction"], []),
        Parameters = new TrainerParameters([]),
        Seed = 7,
        Data = new BundleData
        {
            Digest = Digest.Of("data"),
            Rows = 10,
            TrainRows = 8,
            TestRows = 2,
            TrainSplit = Digest.Of("train"),
            TestSplit = Digest.Of("test"),
            Columns = [],
            Label = ColumnStatistics.Of(new NumericColumn("left", [0, 1, 1])),
        },
        TestMetrics = new Dictionary<string, double>(),
        NoiseFloor = new NoiseFloor(5, 0.02, 0.01, 0, double.NaN),
    };

    private sealed class Listener(List<string> said) : IProgress<string>
    {
        public void Report(string value) => said.Add(value);
    }
}
