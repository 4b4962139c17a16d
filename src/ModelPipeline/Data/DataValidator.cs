using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Data;

/// <summary>Judges data that could be read, given roles and split.</summary>
internal static class DataValidator
{
    /// <summary>Judges the data against the spec's limits, and measures it.</summary>
    /// <param name="spec">The section <c>data</c>.</param>
    /// <param name="data">The rows and their roles.</param>
    /// <param name="split">The training and test rows.</param>
    public static DataValidation Validate(DataSpec spec, ModelData data, Split split)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(split);
        Check?[] checks =
        [
            DataChecks.Parses(data.Dataset),
            DataChecks.Label(data),
            DataChecks.KeysUnique(data),
            DataChecks.Missing(data, spec.Checks.Missing),
            DataChecks.Duplicates(data, spec.Checks.Duplicates),
            DataChecks.SplitsDisjoint(data, split),
        ];
        return new DataValidation([.. checks.OfType<Check>()], DataMeasures.Of(data, split));
    }
}
