using Cake.Frosting.ModelPipeline.Arguments;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Retires a model or a version; refused while another model needs it.</summary>
[TaskName(Name)]
[TaskDescription("Retires a model or one of its versions, unless others need it.")]
public sealed class RetireTask : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "Retire";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ChangeStageAsync("retire", (stages, name) =>
            stages.RetireAsync(name, RegistryArguments.Version(context), context.Argument(PipelineArguments.Reason), context.Cancellation));
    }
}
