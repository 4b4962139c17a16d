using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Everything up to the model card. The target of a command line without one.</summary>
[TaskName(Name)]
[TaskDescription("Everything up to the model card (the default target).")]
[IsDependentOn(typeof(ModelCardTask))]
public sealed class VerifyTask : FrostingTask<PipelineContext>
{
    internal const string Name = "Verify";

    /// <summary>Stops the run where a step did not pass, so that no task of the host's own follows a failed verification.</summary>
    /// <param name="context">The run.</param>
    public override void Run(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.StopUnlessPassed(StepNames.Required);
    }
}
