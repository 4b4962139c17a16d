using ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Packaging;
using ModelPipeline.Releasing.Publishing;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Publishes a release that is approved: merge, tag, release page, image. Safe to run again at any point.</summary>
/// <param name="images">Takes the image.</param>
/// <param name="renderer">Renders the release notes.</param>
/// <param name="clock">The clock.</param>
[TaskName(Name)]
[TaskDescription("Publishes the approved release: merge, tag, assets, image; safe to run again.")]
[IsDependentOn(typeof(GateReleaseTask))]
public sealed class ReleaseTask(IImageRegistry images, IDocumentRenderer renderer, TimeProvider clock) : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "Release";

    /// <inheritdoc/>
    public override async Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var gate = await context.ReleaseGateAsync().ConfigureAwait(false)
            ?? throw context.Refuse(new InputException("Which pull request is to be released? Name it with --pull-request"));
        var step = new ReleaseStep(await context.ReleasePlaceAsync().ConfigureAwait(false), gate, images, renderer, clock);
        await context.RunStepAsync(step).ConfigureAwait(false);
        context.StopUnlessPassed([step.Name]);
    }
}
