using System.Globalization;
using ModelPipeline.Specs;

namespace ModelPipeline.Data;

/// <summary>What the two sides of a split must have.</summary>
internal static class SplitRule
{
    /// <summary>Refuses a side without rows, training rows that lack a class, and test rows of a single class.</summary>
    public static void Check(ModelData data, SplitSpec spec, RowGroups sets, int[] train, int[] test)
    {
        var faults = new FaultList();
        if (train.Length == 0)
            faults.Add(Share($"none of the {data.Rows} rows is a training row: lower data.split.test ({spec.Test}), change data.split.seed or use another method{Sets(data, sets)}"));
        if (test.Length == 0)
            faults.Add(Share($"none of the {data.Rows} rows is a test row: raise data.split.test ({spec.Test}), change data.split.seed or use another method{Sets(data, sets)}"));
        if (!faults.Any)
            CheckClasses(data, train, test, faults);
        faults.ThrowIfAny();
    }

    private static void CheckClasses(ModelData data, int[] train, int[] test, FaultList faults)
    {
        var classes = data.Labels.Classes;
        if (classes.Count == 0)
            return;
        var trained = Present(data, train);
        var tested = Present(data, test);
        var untrained = classes.Where((_, code) => !trained.Contains(code)).ToList();
        if (untrained.Count > 0)
            faults.Add($"data.split: no training row has the label {Shown.Values(untrained)}: add rows, lower data.split.test or use method stratified");
        if (tested.Count < 2)
            faults.Add($"data.split: every test row has the label {Shown.Value(classes[tested.Single()])}: add rows, raise data.split.test or use method stratified");
    }

    private static HashSet<int> Present(ModelData data, int[] rows)
    {
        var codes = data.Labels.Codes.ToArray();
        return [.. rows.Select(row => codes[row])];
    }

    /// <summary>Why there is little to choose from, where rows stay together.</summary>
    private static string Sets(ModelData data, RowGroups sets) => sets.Count == data.Rows ? "" : string.Create(CultureInfo.InvariantCulture,
        $" (rows that share features and label, or a group, stay together: that leaves {sets.Count} {(sets.Count == 1 ? "set" : "sets")} to divide)");

    private static string Share(FormattableString sentence) => "data.split: " + sentence.ToString(CultureInfo.InvariantCulture);
}
