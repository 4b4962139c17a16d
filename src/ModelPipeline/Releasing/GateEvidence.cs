using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Packaging;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing;

/// <summary>A step's evidence as the gate finds it.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Evidence">Its evidence; <see langword="null"/> where there is none or it cannot be read.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal sealed record GateEvidence(string Step, StepEvidence? Evidence, string? Fault)
{
    public static GateEvidence Read(ModelRun run, string step)
    {
        try
        {
            return new GateEvidence(step, run.Workspace.Evidence.Read(step), null);
        }
        catch (InvalidDataException fault)
        {
            return new GateEvidence(step, null, fault.Message);
        }
    }

    /// <summary>Whether the step judged this model, these inputs and this candidate, compared it with the champion, and passed.</summary>
    public Check Judge(ModelRun run, Digest? candidate)
    {
        var (status, reason) = Evidence switch
        {
            null => (Status.Error, Fault is null ? $"{Step} left no evidence: run the target Verify" : $"{Step} left evidence that cannot be read: {Fault}"),
            _ when Evidence.Model != run.Spec.Name => (Status.Failed, $"{Step} judged the model '{QuotedText.Escape(Evidence.Model, 63)}'"),
            _ when Evidence.Inputs != run.Inputs => (Status.Failed, $"{Step} judged another {Evidence.Inputs.DifferenceFrom(run.Inputs)}: run the target Verify"),
            _ when Evidence.Baseline != run.Champion => (Status.Failed, $"{Step} compared with another champion: run the target Verify"),
            { Status: Status.Error or Status.NotRun or Status.Pending } => (Status.Error, $"{Step}: {Evidence.Summary}"),
            _ when Step != StepNames.ValidateData && Evidence.Candidate != candidate => (Status.Failed, $"{Step} judged another bundle: run the target Verify"),
            _ when !ReportFiles.AreThere(run.Workspace, Evidence) => (Status.Failed, $"reports of {Step} were changed or removed since: run the target Verify"),
            { Status: Status.Passed or Status.NoBaseline } when UnjudgedGate(run) is { } gate => (Status.Failed, $"{Step} did not judge the gate {gate} of the spec: run the target Verify"),
            _ when Step == StepNames.Package && !PackageStep.IsImageOf(run, Evidence) => (Status.Failed, "the image is not the one that was tried: run the target Verify"),
            { Status: Status.Passed } when LacksContainer(run) => (Status.Failed, $"{Step} did not run the image in a container, which the spec demands: run the target Verify where Docker is"),
            { Status: Status.Passed } => (Status.Passed, $"{Step} passed"),
            { Status: Status.NoBaseline } when run.Champion is null && run.Spec.Release.First => (Status.Passed, $"{Step} has no champion to compare with, which release.first allows"),
            _ => (Status.Failed, $"{Step}: {Evidence.Summary}"),
        };
        return new Check { Name = $"evidence.{Step}", Status = status, Reason = reason };
    }

    private string? UnjudgedGate(ModelRun run) => Step != StepNames.Evaluate ? null : run.Spec.Evaluate.Gates
        .SelectMany(gate => Expected(gate.Key, gate.Value, run.Champion is not null))
        .FirstOrDefault(name => Evidence!.Checks.All(check => check.Name != name || !check.Required));

    private bool LacksContainer(ModelRun run) => Step is StepNames.Package or StepNames.LoadTest
        && run.Spec.Package.Container == ContainerUse.Required
        && !Evidence!.Checks.Any(check => check is { Name: PackageChecks.Container, Required: true, Status: Status.Passed });

    /// <summary>The checks that a gate of the spec asks for. Without a champion nothing can be said of a comparison with it.</summary>
    private static IEnumerable<string> Expected(string metric, GateSpec gate, bool hasChampion) =>
        MetricGates.NamesOf(metric, gate).Where(name => hasChampion || name == GateNames.Threshold(metric));
}
