using ModelPipeline.Training;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Trains the candidate bundle and measures its noise floor.</summary>
/// <param name="step">The step.</param>
[TaskName("Train")]
[TaskDescription("Trains the candidate bundle and measures its noise floor.")]
[IsDependentOn(typeof(ValidateDataTask))]
public sealed class TrainTask(TrainStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.RunStepAsync(step).ConfigureAwait(false);
        await context.FetchBaselinesAsync().ConfigureAwait(false);
    }
}
