using ModelPipeline.Specs.Yaml;
using ModelPipeline.Training;

namespace ModelPipeline.Specs.Reading;

/// <summary>
/// Reads a challenger's file: <c>train</c>, <c>differential</c>, <c>benchmark</c> and <c>package</c> take the place of those of <c>model.yaml</c>; its gates and its load are
/// added to the model's, which stay in force; its card says what it says, and the model's the rest.
/// </summary>
internal sealed class ChallengerReader(IReadOnlyList<IModelEngine> engines)
{
    private const string Alone = "is for model.yaml alone: a challenger predicts the same from the same data, and is released by the same rules";

    /// <summary>The challenger's spec; <see langword="null"/> where there is a fault that leaves nothing to read.</summary>
    /// <param name="file">The challenger's file.</param>
    /// <param name="model">The model's spec; <see langword="null"/> where its file cannot be read at all.</param>
    /// <param name="isKnown">Whether the model's spec is without fault, so that faults of both together can be told.</param>
    public ModelSpec? Read(SpecText file, ModelSpec? model, bool isKnown)
    {
        var name = Path.GetFileNameWithoutExtension(file.FullPath);
        if (!ModelName.IsValid(name))
            file.Faults.Add(Place.Start, $"the file's name must be {ModelName.Rule}, and .yaml: {QuotedText.Of(name)} is not");
        if (file.Root is not { } written)
            return null;

        var root = Section.Open(SpecKeys.Challenger, Place.Start, WithoutForeignKeys(written, file.Faults), file.Faults);
        FormatVersion.Judge(root);
        var challenger = new ChallengerSpec(name, root.Find("reason")?.Text(), [.. SpecKeys.Challenger.Keys.Where(key => key.IsSection && root.IsWritten(key.Name)).Select(key => key.Name)]);
        if (model is null)
            return null;
        var spec = Read(root, model, isKnown ? model.Task : null);
        if (isKnown && file.Faults.IsEmpty && IsSame(spec.Train, model.Train))
            root.Sub("train").Fault("'train' has the trainer and the parameters of model.yaml: a challenger is another recipe");
        return spec with
        {
            Challenger = challenger,
            Digest = Digest.Of($"{ModelFolders.SpecName} {model.Digest}\n{challenger.File} {file.Digest}\n"),
            Places = new SpecPlaces(file.Faults.File, written, challenger.File, model.Places),
        };
    }

    private ModelSpec Read(Section root, ModelSpec model, ModelTask? task) => model with
    {
        Train = new TrainSection(engines).Read(root.Sub("train"), task),
        Evaluate = Replacing(root, "evaluate") is { } evaluate ? model.Evaluate with { Gates = AddedGates.Read(evaluate, model.Evaluate.Gates, task) } : model.Evaluate,
        Differential = Replacing(root, "differential") is { } differential ? ReadDifferential(differential, model.Differential, task) : model.Differential,
        Benchmark = Replacing(root, "benchmark") is { } benchmark ? BenchmarkSection.Read(benchmark) : model.Benchmark,
        Load = Replacing(root, "load") is { } load ? AddedLoad.Read(load, model.Load) : model.Load,
        Package = Replacing(root, "package") is { } package ? ReadPackage(package, model.Package) : model.Package,
        Card = Replacing(root, "card") is { } card ? CardSection.Read(card, model.Card) : model.Card,
    };

    /// <summary>A section that is written. One without a value is a fault: it would be no telling whether the model's holds.</summary>
    private static Section? Replacing(Section root, string name) => root.Written(name)?.Section();

    private static DifferentialSpec ReadDifferential(Section differential, DifferentialSpec model, ModelTask? task)
    {
        differential.Written("data")?.Fault(Alone);
        var limits = differential.Sub("limits");
        foreach (var ofTheData in new[] { "label_shift", "training_rows" })
            limits.Written(ofTheData)?.Fault(Alone);
        var read = DifferentialSection.Read(differential, task);
        return read with { Data = model.Data, Limits = read.Limits with { LabelShift = model.Limits.LabelShift, TrainingRows = model.Limits.TrainingRows } };
    }

    private static PackageSpec ReadPackage(Section package, PackageSpec model)
    {
        package.Written("image")?.Fault(Alone);
        var read = PackageSection.Read(package) with { Image = model.Image };
        if (read.Container == ContainerUse.Optional && model.Container == ContainerUse.Required)
            package.Find("container")?.Fault("is optional, and model.yaml requires a container: a challenger may not ask for less");
        return read;
    }

    /// <summary>Whether two recipes train the same: another seed alone makes no other recipe.</summary>
    private static bool IsSame(TrainSpec train, TrainSpec model) =>
        (train.Engine, train.Trainer) == (model.Engine, model.Trainer) && train.Parameters.Values.SequenceEqual(model.Parameters.Values);

    /// <summary>Without the keys that only <c>model.yaml</c> has; they are reported.</summary>
    private static MapNode WithoutForeignKeys(MapNode written, FaultLog faults)
    {
        var foreign = SpecKeys.Root.Keys.Select(key => key.Name).Except(SpecKeys.Challenger.Keys.Select(key => key.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in written.Entries.Where(entry => foreign.Contains(entry.Key)))
            faults.Add(entry.Place, $"'{entry.Key}' {Alone}");
        return written with { Entries = [.. written.Entries.Where(entry => !foreign.Contains(entry.Key))] };
    }
}
