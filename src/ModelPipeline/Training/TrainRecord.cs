using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Training;

/// <summary>What the step Train writes down beside its verdict.</summary>
internal static class TrainRecord
{
    /// <summary>The versions of all that determines predictions: the engine's and the pipeline's.</summary>
    public static SortedDictionary<string, string> Versions(ModelRun run) =>
        new(run.Engine.Versions.Append(new("modelpipeline", run.Tool.Version)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    public static Dictionary<string, Measure> Measures(TrainingRequest request, ModelBundle bundle, NoiseFloor noise) => new()
    {
        ["features"] = request.Features.Columns.Count,
        ["train_rows"] = request.Features.Rows,
        ["bundle_bytes"] = new DirectoryInfo(bundle.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length),
        ["noise_floor.changed_rows"] = noise.ChangedRows,
        ["noise_floor.label_flips"] = noise.LabelFlips,
        ["noise_floor.mean_shift"] = noise.MeanShift,
        ["noise_floor.negative_flips"] = noise.NegativeFlips,
        ["noise_floor.refits"] = noise.Refits,
    };

    public static Dictionary<string, string> Facts(ModelRun run, Provenance source)
    {
        var facts = new Dictionary<string, string>
        {
            ["engine"] = run.Engine.Name,
            ["trainer"] = run.Spec.Train.Trainer,
            ["seed"] = $"{run.Spec.Train.Seed}",
            ["provenance.commit"] = source.Commit ?? "unknown",
            ["provenance.dirty_tree"] = source.DirtyTree switch { true => "yes", false => "no", null => "unknown" },
            ["provenance.operating_system"] = source.OperatingSystem,
            ["provenance.runtime"] = source.Runtime,
            ["provenance.who"] = source.Who ?? "unknown",
        };
        foreach (var (name, version) in Versions(run))
            facts[$"version.{name}"] = version;
        foreach (var (name, value) in run.Spec.Train.Parameters.Values)
            facts[$"parameter.{name}"] = FormattableString.Invariant($"{value}");
        return facts;
    }
}
