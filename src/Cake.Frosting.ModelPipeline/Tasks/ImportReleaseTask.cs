using ModelPipeline.Registry;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Records a model's very first release in its folder; refused once it has one.</summary>
/// <param name="step">The step.</param>
[TaskName(Name)]
[TaskDescription("Records a model's very first release in its folder; refused once it has one.")]
[IsDependentOn(typeof(VerifyTask))]
public sealed class ImportReleaseTask(ImportReleaseStep step) : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "ImportRelease";

    /// <inheritdoc/>
    public override async Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.RunStepAsync(step).ConfigureAwait(false);
        context.StopUnlessPassed([step.Name]);
    }
}
