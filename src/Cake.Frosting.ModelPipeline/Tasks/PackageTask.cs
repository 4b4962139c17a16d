using ModelPipeline.Packaging;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Builds the image of the scoring service with the candidate, and tries it on the golden rows.</summary>
/// <param name="step">The step.</param>
[TaskName("Package")]
[TaskDescription("Builds the image of the scoring service with the candidate, and tries it on the golden rows.")]
[IsDependentOn(typeof(TrainTask))]
public sealed class PackageTask(PackageStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
