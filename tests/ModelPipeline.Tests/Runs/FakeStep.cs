using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

/// <summary>A step that does what a test says and counts its calls.</summary>
internal sealed class FakeStep(string name = StepNames.Evaluate) : IStep
{
    public string Name => name;

    public IReadOnlyList<string> Needs { get; init; } = [];

    public string[] OwnInputs { get; set; } = [];

    public Func<bool> MaySkip { get; set; } = () => true;

    public Func<StepOutcome> Work { get; set; } = () => Outcome(Check(Status.Passed));

    public Action Discarding { get; set; } = () => { };

    public int Runs { get; private set; }

    public int Discards { get; private set; }

    public static StepOutcome Outcome(params Check[] checks) => new() { Summary = "all is well", Checks = checks };

    public static Check Check(Status status, string reason = "because", bool required = true) =>
        new() { Name = "check", Status = status, Reason = reason, Required = required };

    public IEnumerable<string> Inputs(ModelRun run) => OwnInputs;

    public bool CanSkip(ModelRun run, StepEvidence last) => MaySkip();

    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        Runs++;
        progress.Report("working");
        return Task.FromResult(Work());
    }

    public void Discard(ModelRun run)
    {
        Discards++;
        Discarding();
    }
}
