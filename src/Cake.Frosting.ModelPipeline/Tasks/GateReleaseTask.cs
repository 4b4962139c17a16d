using ModelPipeline.Releasing;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Decides whether a release is approved; changes nothing.</summary>
[TaskName(Name)]
[TaskDescription("Decides whether the release in a pull request is approved; changes nothing.")]
public sealed class GateReleaseTask : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "GateRelease";

    /// <inheritdoc/>
    public override async Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var step = new GateReleaseStep(await context.ReleaseGateAsync().ConfigureAwait(false));
        await context.RunStepAsync(step).ConfigureAwait(false);
        context.StopUnlessPassed([step.Name]);
    }
}
