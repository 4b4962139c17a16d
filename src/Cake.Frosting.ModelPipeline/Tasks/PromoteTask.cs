using Cake.Frosting.ModelPipeline.Arguments;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Lets a version enter a stage, in the order of the spec's stages.</summary>
[TaskName(Name)]
[TaskDescription("Promotes a version to a stage and starts its deployment.")]
public sealed class PromoteTask : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "Promote";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ChangeStageAsync("promote", (stages, name) =>
            stages.PromoteAsync(name, RegistryArguments.Version(context), context.Argument(PipelineArguments.Stage), context.Argument(PipelineArguments.Reason), context.Cancellation));
    }
}
