using ModelPipeline.Data;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Judges the data: parses, keys unique, label present, missing, duplicates, splits disjoint.</summary>
/// <param name="step">The step.</param>
[TaskName("ValidateData")]
[TaskDescription("Judges the data: parses, keys unique, label present, missing, duplicates, splits disjoint.")]
public sealed class ValidateDataTask(ValidateDataStep step) : AsyncFrostingTask<PipelineContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunStepAsync(step);
    }
}
