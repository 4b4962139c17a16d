using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs;

/// <summary>One file of a spec: its bytes, the keys and values in them, and its faults.</summary>
internal sealed class SpecText
{
    private SpecText(string path, Func<string, FaultLog, byte[]?> read)
    {
        FullPath = Path.GetFullPath(path);
        Faults = new FaultLog(path);
        if (read(FullPath, Faults) is not { } bytes)
            return;
        Digest = Digest.Of(bytes);
        Root = Parse(bytes);
    }

    /// <summary>Its full path.</summary>
    public string FullPath { get; }

    /// <summary>What is wrong with it.</summary>
    public FaultLog Faults { get; }

    /// <summary>The digest of its bytes.</summary>
    public Digest Digest { get; }

    /// <summary>Its keys and values; <see langword="null"/> where it holds none that can be read.</summary>
    public MapNode? Root { get; }

    /// <summary>Reads a file.</summary>
    public static SpecText Open(string path) => new(path, SpecFile.Read);

    /// <summary>Takes the bytes of a file.</summary>
    public static SpecText Of(string path, byte[] bytes) => new(path, (_, _) => bytes);

    private MapNode? Parse(byte[] bytes)
    {
        if (bytes.Length <= SpecFile.MostBytes)
            return YamlText.Decode(bytes, Faults) is { } text ? new NodeReader(text, Faults).Read() : null;
        Faults.Add(Place.Start, "the file is larger than 1 MiB: is it a model.yaml?");
        return null;
    }
}
