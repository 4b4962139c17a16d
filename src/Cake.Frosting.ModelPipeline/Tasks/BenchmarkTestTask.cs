using ModelPipeline.Benchmarking;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Compares the candidate's speed and size with the champion's.</summary>
/// <param name="step">The step.</param>
[TaskName("BenchmarkTest")]
[TaskDescription("Compares the candidate's speed and size with the champion's.")]
[IsDependentOn(typeof(TrainTask))]
public sealed class BenchmarkTestTask(BenchmarkTestStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
