using ModelPipeline.Differential;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Compares the candidate with the champion row by row, and says where a difference comes from.</summary>
/// <param name="step">The step.</param>
[TaskName("DifferentialTest")]
[TaskDescription("Compares the candidate with the champion row by row, and says where a difference comes from.")]
[IsDependentOn(typeof(TrainTask))]
public sealed class DifferentialTestTask(DifferentialTestStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
