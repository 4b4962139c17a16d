using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Training;

/// <summary>What the step Train judges.</summary>
internal static class TrainChecks
{
    private const string UnseenRows = "unseen_test_rows";

    /// <summary>How far a score may be from the one in the bundle: processors differ in the last bits.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Whether the model scores every test row with finite numbers.</summary>
    public static Check FiniteScores(Scores scores)
    {
        var undefined = Enumerable.Range(0, scores.Rows).Count(row => !Scores.AreFinite(scores.Row(row)));
        return new Check
        {
            Name = "finite_scores",
            Status = undefined == 0 ? Status.Passed : Status.Failed,
            Observed = undefined,
            Limit = 0,
            Reason = undefined == 0
                ? $"the score of each of the {scores.Rows} test rows is a finite number"
                : $"the scores of {undefined} of {scores.Rows} test rows are not finite numbers",
        };
    }

    /// <summary>Whether the files on disk say the same as the model in memory, bit for bit.</summary>
    public static Check FaithfulCopy(ModelRun run, ModelBundle bundle, Table golden, Scores expected, CancellationToken cancellation)
    {
        using var scorer = run.Engines.Load(bundle, cancellation);
        var actual = scorer.Score(golden, cancellation);
        var different = Enumerable.Range(0, golden.Rows).Count(row => !actual.Row(row).SequenceEqual(expected.Row(row)));
        return GoldenRowsAgree(different, golden.Rows, "the bundle on disk", "the trained model does");
    }

    /// <summary>Whether a bundle from elsewhere scores its golden rows as it did when it was trained, to a billionth of the score, at least of 1.</summary>
    public static Check SameScores(Scores expected, Scores actual)
    {
        var different = Enumerable.Range(0, expected.Rows).Count(row => !AreClose(actual.Row(row), expected.Row(row)));
        return GoldenRowsAgree(different, expected.Rows, "the bundle", "it did when it was trained");
    }

    /// <summary>Whether the engine was given no row to train on that is a test row.</summary>
    public static Check UnseenTestRows(TrainingRequest request, RunData data) =>
        UnseenTestRows(data.Split.Test.Length, TrainingRows.CountSeen((request.Features, request.Labels), data.TestFeatures, data.TestLabels));

    /// <summary>Whether a bundle was trained on none of the test rows that its sketch of the training rows can tell.</summary>
    public static Check UnseenTestRows(ModelBundle bundle, RunData data)
    {
        try
        {
            var inputs = data.TestFeatures.Only(bundle.Manifest.Signature.Inputs.Select(input => input.Name));
            var (lookedUp, seen) = TrainingRows.Read(bundle.Folder).Count(inputs, data.TestLabels);
            return UnseenTestRows(lookedUp, seen);
        }
        catch (InvalidDataException fault)
        {
            return new Check { Name = UnseenRows, Status = Status.Error, Reason = $"nothing tells which rows the bundle was trained on: {fault.Message}" };
        }
    }

    private static Check GoldenRowsAgree(int different, int rows, string bundle, string before) => new()
    {
        Name = "golden_rows",
        Status = different == 0 ? Status.Passed : Status.Failed,
        Observed = different,
        Limit = 0,
        Reason = different == 0
            ? $"{bundle} scores all {rows} golden rows as {before}"
            : $"{bundle} scores {different} of {rows} golden rows differently than {before}",
    };

    private static Check UnseenTestRows(int lookedUp, int seen) => new()
    {
        Name = UnseenRows,
        Status = lookedUp == 0 ? Status.Error : seen == 0 ? Status.Passed : Status.Failed,
        Observed = seen,
        Limit = 0,
        Reason = lookedUp == 0 ? "no test row can be looked up among the rows that the model was trained on"
            : seen == 0 ? $"the model was trained on none of the {lookedUp} test rows that were looked up"
            : $"the model was trained on {seen} of the {lookedUp} test rows that were looked up: what is measured on them says nothing about new rows",
    };

    private static bool AreClose(ReadOnlySpan<double> actual, ReadOnlySpan<double> expected)
    {
        for (var output = 0; output < expected.Length; output++)
            if (!(Math.Abs(actual[output] - expected[output]) <= Tolerance * Math.Max(1, Math.Abs(expected[output]))))
                return false;
        return true;
    }
}
