using ModelPipeline.Mutation;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Injects one fault at a time into a passing model's data and sees which checks notice.</summary>
/// <param name="step">The step.</param>
[TaskName("MutationTest")]
[TaskDescription("Injects one fault at a time into a passing model's data and sees which checks notice.")]
[IsDependentOn(typeof(EvaluateTask))]
public sealed class MutationTestTask(MutationTestStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
