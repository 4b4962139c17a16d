using ModelPipeline.Cards;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Writes the model card from the evidence, also where a gate failed.</summary>
/// <param name="step">The step.</param>
[TaskName("ModelCard")]
[TaskDescription("Writes the model card from the evidence, also where a gate failed.")]
[IsDependentOn(typeof(EvaluateTask))]
[IsDependentOn(typeof(DifferentialTestTask))]
[IsDependentOn(typeof(BenchmarkTestTask))]
[IsDependentOn(typeof(LoadTestTask))]
public sealed class ModelCardTask(ModelCardStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
