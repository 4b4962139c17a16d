using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Training;

/// <summary>What the step Train writes down beside its verdict.</summary>
internal static class TrainRecord
{
    /// <summary>The versions of all that determines predictions: the engine's and the pipeline's.</summary>
    public static SortedDictionary<string, string> Versions(ModelRun run, ITrainedModel model) =>
        new(run.Engine.Versions.Concat(model.Versions).Append(new("modelpipeline", run.Tool.Version)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    public static Dictionary<string, Measure> Measures(ModelBundle bundle)
    {
        var noise = bundle.Manifest.NoiseFloor;
        return new()
        {
            ["features"] = bundle.Manifest.Signature.Inputs.Count,
            ["train_rows"] = bundle.Manifest.Data.TrainRows,
            ["bundle_bytes"] = new DirectoryInfo(bundle.Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length),
            ["noise_floor.changed_rows"] = noise.ChangedRows,
            ["noise_floor.label_flips"] = noise.LabelFlips,
            ["noise_floor.mean_shift"] = noise.MeanShift,
            ["noise_floor.negative_flips"] = noise.NegativeFlips,
            ["noise_floor.refits"] = noise.Refits,
        };
    }

    /// <summary>What a bundle says of itself.</summary>
    public static Dictionary<string, string> Facts(BundleManifest manifest)
    {
        var facts = new Dictionary<string, string>
        {
            ["engine"] = manifest.Engine,
            ["trainer"] = manifest.Trainer,
            ["seed"] = string.Create(CultureInfo.InvariantCulture, $"{manifest.Seed}"),
        };
        foreach (var (name, version) in manifest.Versions)
            facts[$"version.{name}"] = version;
        foreach (var (name, value) in manifest.Parameters.Values)
            facts[$"parameter.{name}"] = FormattableString.Invariant($"{value}");
        return facts;
    }

    /// <summary>What a bundle says of itself, and where it was just trained.</summary>
    public static Dictionary<string, string> Facts(BundleManifest manifest, Provenance source) => new(Facts(manifest))
    {
        ["provenance.commit"] = source.Commit ?? "unknown",
        ["provenance.dirty_tree"] = source.DirtyTree switch { true => "yes", false => "no", null => "unknown" },
        ["provenance.operating_system"] = source.OperatingSystem,
        ["provenance.runtime"] = source.Runtime,
        ["provenance.who"] = source.Who ?? "unknown",
    };
}
