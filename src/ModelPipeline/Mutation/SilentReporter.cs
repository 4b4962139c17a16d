using ModelPipeline.Runs;

namespace ModelPipeline.Mutation;

/// <summary>Tells nobody: what the steps say of faulty data is read from their evidence.</summary>
internal sealed class SilentReporter : IStepReporter
{
    public void Started(string model, string step)
    {
    }

    public void Progress(string model, string step, string text)
    {
    }

    public void Finished(StepReport report)
    {
    }

    public void Broke(string model, string step, Exception fault)
    {
    }

    public void Waiting(string workspace)
    {
    }
}
