using ModelPipeline.Cards;
using ModelPipeline.Releasing.Proposing;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Proposes the release of what was verified: a branch with card and evidence, and a pull request.</summary>
/// <param name="renderer">Renders the pull request.</param>
[TaskName(Name)]
[TaskDescription("Puts card and evidence on a release branch and opens or updates its pull request.")]
[IsDependentOn(typeof(VerifyTask))]
public sealed class ProposeReleaseTask(IDocumentRenderer renderer) : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "ProposeRelease";

    /// <inheritdoc/>
    public override async Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var step = new ProposeReleaseStep(await context.ReleasePlaceAsync().ConfigureAwait(false), renderer);
        await context.RunStepAsync(step).ConfigureAwait(false);
        context.StopUnlessPassed([step.Name]);
    }
}
