using ModelPipeline.Releasing;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Decides from the evidence whether the model may be released; changes nothing.</summary>
/// <param name="step">The step.</param>
[TaskName(Name)]
[TaskDescription("Decides from the evidence whether the model may be released; changes nothing.")]
public sealed class GateReleaseTask(GateReleaseStep step) : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "GateRelease";

    /// <inheritdoc/>
    public override async Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.RunStepAsync(step).ConfigureAwait(false);
        context.StopUnlessPassed([step.Name]);
    }
}
