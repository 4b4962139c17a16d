namespace ModelPipeline.Runs;

/// <summary>Passes a step's words on to people, at once and in order.</summary>
internal sealed class StepProgress(IStepReporter reporter, string model, string step) : IProgress<string>
{
    public void Report(string value) => reporter.Progress(model, step, value);
}
