using ModelPipeline.Evidence;

namespace ModelPipeline.Data;

/// <summary>The numbers of the step ValidateData.</summary>
internal static class DataMeasures
{
    public static SortedDictionary<string, Measure> Of(ModelData data, Split split)
    {
        var measures = new SortedDictionary<string, Measure>(StringComparer.Ordinal)
        {
            ["rows"] = data.Rows,
            ["columns"] = data.Dataset.Table.Columns.Count,
            ["features"] = data.Features.Columns.Count,
            ["train_rows"] = split.Train.Length,
            ["test_rows"] = split.Test.Length,
            ["duplicates"] = DuplicateShare(data),
        };
        foreach (var (column, count) in MissingCounts(data).Where(missing => missing.Count > 0))
            measures["missing." + column] = (double)count / data.Rows;
        foreach (var (name, count) in ClassCounts(data))
            measures["class_share." + name] = (double)count / data.Rows;
        if (data.Label is NumericColumn label)
            AddLabel(measures, NumericStatistics.Of(label));
        return measures;
    }

    /// <summary>The share of rows that repeat an earlier row's content.</summary>
    public static double DuplicateShare(ModelData data) => (double)(data.Rows - data.Contents.Count) / data.Rows;

    /// <summary>Every feature with the number of rows where it is missing.</summary>
    public static IReadOnlyList<(string Column, int Count)> MissingCounts(ModelData data) =>
        [.. data.Features.Columns.Select(column => (column.Name, Enumerable.Range(0, column.Count).Count(column.IsMissing)))];

    /// <summary>Every class with its number of rows, in the order of the outputs; none in regression.</summary>
    public static IReadOnlyList<(string Name, int Count)> ClassCounts(ModelData data)
    {
        var counts = new int[data.Labels.Classes.Count];
        foreach (var code in data.Labels.Codes)
            counts[code]++;
        return [.. data.Labels.Classes.Zip(counts)];
    }

    private static void AddLabel(SortedDictionary<string, Measure> measures, NumericStatistics label)
    {
        measures["label.mean"] = label.Mean!.Value;
        measures["label.min"] = label.Minimum!.Value;
        measures["label.max"] = label.Maximum!.Value;
        measures["label.std"] = label.StandardDeviation!.Value;
    }
}
