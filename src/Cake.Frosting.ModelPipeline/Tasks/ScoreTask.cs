using Cake.Frosting.ModelPipeline.Arguments;
using ModelPipeline.BatchScoring;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Scores the rows of a file with a released model or a candidate.</summary>
[TaskName(Name)]
[TaskDescription("Scores the rows of a file with the champion or another bundle.")]
public sealed class ScoreTask : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "Score";

    private const string Step = "score";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var run = ScoreArguments.Run(context);
        var options = ScoreArguments.Options(context, run.Spec);
        return context.JudgeAsync(run.Spec.Id, Step, async progress =>
        {
            await context.FetchBaselinesAsync().ConfigureAwait(false);
            var bundle = ScoredBundle.Open(run);
            using var scorer = ScoredBundle.Load(bundle, context.Engines);
            var result = await BatchScorer.ScoreAsync(bundle, scorer, options, progress, context.Cancellation).ConfigureAwait(false);
            var summary = BatchSummary.Line(result, ScoreArguments.NameOf(run, bundle));
            return (new StepReport(run.Spec.Id, Step, Status.Passed, summary), BatchSummary.Details(result, options.Output));
        });
    }
}
