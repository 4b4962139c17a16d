using ModelPipeline.Evaluation;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Measures the candidate on the test rows and judges it by the gates.</summary>
/// <param name="step">The step.</param>
[TaskName("Evaluate")]
[TaskDescription("Measures the candidate on the test rows and judges it by the gates.")]
[IsDependentOn(typeof(TrainTask))]
public sealed class EvaluateTask(EvaluateStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
