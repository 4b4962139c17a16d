using ModelPipeline.Specs.Reading;
using ModelPipeline.Specs.Yaml;
using ModelPipeline.Training;

namespace ModelPipeline.Specs;

/// <summary>
/// Reads a <c>model.yaml</c> and reports everything that is wrong with it at once: nothing is accepted and then not judged.
/// The file may be hostile: its size, nesting and number of values are limited, and anchors, aliases and tags are refused.
/// </summary>
/// <param name="engines">The engines of this build; they say which trainers and parameters exist.</param>
public sealed class SpecReader(IReadOnlyList<IModelEngine> engines)
{
    /// <summary>Reads a spec. A file that cannot be read is a fault like any other, at its first line.</summary>
    /// <param name="path">The path of <c>model.yaml</c>; its folder must be named like the model.</param>
    /// <exception cref="ArgumentException">The path is empty or holds a character that no path can.</exception>
    public SpecReading Read(string path)
    {
        var fullPath = Path.GetFullPath(path);
        var faults = new FaultLog(path);
        var spec = SpecFile.Read(fullPath, faults) is { } bytes ? Read(fullPath, bytes, faults) : null;
        return new SpecReading(faults.IsEmpty ? spec : null, faults.InOrder());
    }

    /// <summary>Reads a spec from bytes, for example those of another commit.</summary>
    /// <param name="path">Where it would be on disk; its folder must be named like the model, and models that it depends on are looked for beside it.</param>
    /// <param name="bytes">The file's bytes.</param>
    internal SpecReading Read(string path, byte[] bytes)
    {
        var faults = new FaultLog(path);
        var spec = Read(Path.GetFullPath(path), bytes, faults);
        return new SpecReading(faults.IsEmpty ? spec : null, faults.InOrder());
    }

    private ModelSpec? Read(string fullPath, byte[] bytes, FaultLog faults)
    {
        if (bytes.Length > SpecFile.MostBytes)
        {
            faults.Add(Place.Start, "the file is larger than 1 MiB: is it a model.yaml?");
            return null;
        }

        if (YamlText.Decode(bytes, faults) is not { } text || new NodeReader(text, faults).Read() is not { } map)
            return null;

        var root = Section.Open(SpecKeys.Root, Place.Start, map, faults);
        return new ModelSection(engines).Read(root, fullPath, Digest.Of(bytes)) with { Places = new SpecPlaces(faults.File, map) };
    }
}
