using ModelPipeline.Evaluation.Rankings;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Ranks several candidates on the test rows, and says which of them can be told apart.</summary>
/// <param name="step">The step.</param>
[TaskName(Name)]
[TaskDescription("Ranks the bundles of --candidate (two or more) on the test rows.")]
[IsDependentOn(typeof(ValidateDataTask))]
public sealed class RankCandidatesTask(RankCandidatesStep step) : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "RankCandidates";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
