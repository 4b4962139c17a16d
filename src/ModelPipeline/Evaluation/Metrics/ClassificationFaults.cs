using ModelPipeline.Data;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>Why metrics of classification are undefined for rows.</summary>
internal static class ClassificationFaults
{
    /// <summary>All rows are of one class.</summary>
    public static string? OneClass(ScoredRows rows)
    {
        var codes = rows.Labels.Codes;
        return codes.ContainsAnyExcept(codes[0])
            ? null
            : MetricFactory.Share(rows.Count, rows, $"are of the class {QuotedText.Of(rows.Labels.Classes[codes[0]])}: two classes are needed");
    }

    /// <summary>A class has no row.</summary>
    public static string? AbsentClass(ScoredRows rows)
    {
        var codes = new HashSet<int>(rows.Labels.Codes.ToArray());
        string[] absent = [.. rows.Labels.Classes.Where((_, code) => !codes.Contains(code))];
        return absent.Length == 0 ? null : $"no test row is of the class {Shown.Values(absent)}";
    }

    /// <summary>A score is not a probability.</summary>
    public static string? NoProbability(ScoredRows rows)
    {
        var outside = rows.CountRows(row => rows.Scores.Row(row).ContainsAnyExceptInRange(0.0, 1.0));
        return outside == 0 ? null : MetricFactory.Share(outside, rows, "have a probability outside 0 to 1");
    }

    /// <summary>The probabilities of a row do not sum to 1, with the tolerance of scikit-learn.</summary>
    public static string? NoDistribution(ScoredRows rows)
    {
        var wrong = rows.CountRows(row =>
        {
            var sum = 0.0;
            foreach (var probability in rows.Scores.Row(row))
                sum += probability;
            return Math.Abs(1 - sum) > 1e-8 + 1e-5 * Math.Abs(sum);
        });
        return wrong == 0 ? null : MetricFactory.Share(wrong, rows, "have probabilities that do not sum to 1");
    }
}
