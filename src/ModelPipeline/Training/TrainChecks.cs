using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Training;

/// <summary>What the step Train judges.</summary>
internal static class TrainChecks
{
    /// <summary>Whether the model scores every test row with finite numbers.</summary>
    public static Check FiniteScores(Scores scores)
    {
        var undefined = Enumerable.Range(0, scores.Rows).Count(row => !AreFinite(scores.Row(row)));
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
        using var scorer = run.Engine.Load(bundle.Folder, bundle.Manifest.Signature);
        var actual = scorer.Score(golden, cancellation);
        var different = Enumerable.Range(0, golden.Rows).Count(row => !actual.Row(row).SequenceEqual(expected.Row(row)));
        return new Check
        {
            Name = "golden_rows",
            Status = different == 0 ? Status.Passed : Status.Failed,
            Observed = different,
            Limit = 0,
            Reason = different == 0
                ? $"the bundle on disk scores all {golden.Rows} golden rows as the trained model does"
                : $"the bundle on disk scores {different} of {golden.Rows} golden rows differently than the trained model",
        };
    }

    private static bool AreFinite(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (!double.IsFinite(value))
                return false;
        return true;
    }
}
