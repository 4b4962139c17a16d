using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Passes words on what is being done on to a reporter, at once and in order.</summary>
internal sealed class ReporterProgress(IStepReporter reporter, string subject, string step) : IProgress<string>
{
    public void Report(string value) => reporter.Progress(subject, step, value);
}
