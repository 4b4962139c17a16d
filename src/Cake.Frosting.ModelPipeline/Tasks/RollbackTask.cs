using Cake.Frosting.ModelPipeline.Arguments;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Brings the last good version of a stage back.</summary>
[TaskName(Name)]
[TaskDescription("Brings the last good version of a stage back and starts its deployment.")]
public sealed class RollbackTask : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "Rollback";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ChangeStageAsync("rollback", (stages, name) =>
            stages.RollbackAsync(name, RegistryArguments.Version(context), context.Argument(PipelineArguments.Stage), context.Argument(PipelineArguments.Reason), context.Cancellation));
    }
}
