using ModelPipeline.Specs.Reading;
using ModelPipeline.Specs.Yaml;
using ModelPipeline.Training;

namespace ModelPipeline.Specs;

/// <summary>
/// Reads a <c>model.yaml</c>, or a challenger over it, and reports everything that is wrong at once: nothing is accepted and then not judged.
/// The files may be hostile: size, nesting and number of values are limited, and anchors, aliases and tags are refused.
/// </summary>
/// <param name="engines">The engines of this build; they say which trainers and parameters exist.</param>
public sealed class SpecReader(IReadOnlyList<IModelEngine> engines)
{
    /// <summary>Reads a spec. A file that cannot be read is a fault like any other, at its first line.</summary>
    /// <param name="path">The path of <c>model.yaml</c>, whose folder must be named like the model; or of a challenger, <c>challengers/&lt;name&gt;.yaml</c> beside it.</param>
    /// <exception cref="ArgumentException">The path is empty or holds a character that no path can.</exception>
    public SpecReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ChallengerFiles.IsOne(path)
            ? Read(SpecText.Open(ChallengerFiles.SpecOf(path)), SpecText.Open(path))
            : Read(SpecText.Open(path), null);
    }

    /// <summary>Reads a spec from bytes. Models that it depends on are looked for beside where it would be on disk.</summary>
    /// <param name="files">The bytes.</param>
    internal SpecReading Read(SpecFiles files) => Read(
        SpecText.Of(files.Path, files.Model),
        files is { ChallengerPath: { } path, ChallengerBytes: { } bytes } ? SpecText.Of(path, bytes) : null);

    private SpecReading Read(SpecText model, SpecText? challenger)
    {
        var spec = ReadModel(model);
        if (challenger is not null)
            spec = new ChallengerReader(engines).Read(challenger, spec, isKnown: model.Faults.IsEmpty);
        SpecFault[] faults = [.. model.Faults.InOrder(), .. challenger?.Faults.InOrder() ?? []];
        return new SpecReading(faults.Length == 0 ? spec : null, faults);
    }

    private ModelSpec? ReadModel(SpecText model) => model.Root is not { } root
        ? null
        : new ModelSection(engines).Read(Section.Open(SpecKeys.Root, Place.Start, root, model.Faults), model.FullPath, model.Digest)
            with { Places = new SpecPlaces(model.Faults.File, root) };
}
