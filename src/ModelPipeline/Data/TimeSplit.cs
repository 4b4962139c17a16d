using System.Globalization;

namespace ModelPipeline.Data;

/// <summary>The test rows of a split by time.</summary>
internal static class TimeSplit
{
    /// <summary>Whether each row is a test row.</summary>
    /// <exception cref="DataException">A time is missing, or all are one.</exception>
    public static bool[] TestRows(ModelData data, double share)
    {
        var column = data.Time ?? throw new ArgumentException("Split method time needs data.time.", nameof(data));
        RefuseMissing(data, column);
        var oldest = data.Contents.Least(Array.ConvertAll(column.Values.ToArray(), time => time!.Value.Ticks));
        var times = oldest.CountBy(time => time).OrderByDescending(time => time.Key).ToList();
        if (times.Count == 1)
            throw new DataException([$"data.time: {Shown.Value(column.Name)} tells no rows apart that differ: use data.split.method: random or another column"]);
        var count = NearestCount.Of([.. times.Select(time => time.Value)], share * data.Rows);
        return Array.ConvertAll(oldest, time => time >= times[count - 1].Key);
    }

    private static void RefuseMissing(ModelData data, TimeColumn column)
    {
        var missing = Enumerable.Range(0, column.Count).Where(column.IsMissing).ToList();
        if (missing.Count == 0)
            return;
        throw new DataException([string.Create(CultureInfo.InvariantCulture,
            $"data.time: {Shown.Value(column.Name)} is missing in {missing.Count} of {column.Count} rows ({Shown.List(missing, data.Dataset.Locate)}): a split by time needs it in all")]);
    }
}
