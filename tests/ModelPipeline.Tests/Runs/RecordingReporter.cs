using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

/// <summary>Keeps what it is told.</summary>
internal sealed class RecordingReporter : IStepReporter
{
    private readonly List<string> _lines = [];

    /// <summary>Every call in order.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public List<Exception> Faults { get; } = [];

    public void Started(string model, string step) => _lines.Add($"{model} {step} started");

    public void Progress(string model, string step, string text) => _lines.Add($"{model} {step}: {text}");

    public void Finished(StepReport report) => _lines.Add($"{report.Model} {report.Step} finished");

    public void Broke(string model, string step, Exception fault)
    {
        Faults.Add(fault);
        _lines.Add($"{model} {step} broke");
    }

    public void Waiting(string workspace) => _lines.Add($"waiting for {workspace}");
}
