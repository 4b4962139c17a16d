namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Everything up to the model card. The target of a command line without one.</summary>
[TaskName(Name)]
[TaskDescription("Everything up to the model card (the default target).")]
[IsDependentOn(typeof(ModelCardTask))]
public sealed class VerifyTask : FrostingTask<PipelineContext>
{
    internal const string Name = "Verify";
}
