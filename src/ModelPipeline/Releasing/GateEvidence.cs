using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Packaging;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing;

/// <summary>A step's evidence as the gate finds it.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Evidence">Its evidence; <see langword="null"/> where there is none or it cannot be read.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal sealed record GateEvidence(string Step, StepEvidence? Evidence, string? Fault)
{
    /// <summary>Whether the step judged this model, these inputs and this candidate, compared it with the champion, and passed.</summary>
    public Check Judge(ReleaseEvidence release)
    {
        var (status, reason) = Evidence switch
        {
            null => (Status.Error, Fault is null ? $"{Step} left no evidence: run the target Verify" : $"{Step} left evidence that cannot be read: {Fault}"),
            _ when Evidence.Model != release.Spec.Name => (Status.Failed, $"{Step} judged the model '{QuotedText.Escape(Evidence.Model, 63)}'"),
            _ when Evidence.Inputs != release.Inputs => (Status.Failed, $"{Step} judged another {Evidence.Inputs.DifferenceFrom(release.Inputs)}: run the target Verify"),
            _ when Evidence.Baseline != release.Champion => (Status.Failed, $"{Step} compared with another champion: run the target Verify"),
            { Status: Status.Error or Status.NotRun or Status.Pending } => (Status.Error, $"{Step}: {Evidence.Summary}"),
            _ when Step != StepNames.ValidateData && Evidence.Candidate != release.Candidate => (Status.Failed, $"{Step} judged another bundle: run the target Verify"),
            _ when !release.HasReports(Evidence) => (Status.Failed, $"reports of {Step} were changed or removed since: run the target Verify"),
            { Status: Status.Passed or Status.NoBaseline } when UnjudgedGate(release) is { } gate => (Status.Failed, $"{Step} did not judge the gate {gate} of the spec: run the target Verify"),
            _ when Step == StepNames.Package && !IsOf(release.Image) => (Status.Failed, "the image is not the one that was tried: run the target Verify"),
            { Status: Status.Passed } when LacksContainer(release) => (Status.Failed, $"{Step} did not run the image in a container, which the spec demands: run the target Verify where Docker is"),
            { Status: Status.Passed } => (Status.Passed, $"{Step} passed"),
            { Status: Status.NoBaseline } when release.Champion is null && release.Spec.Release.First => (Status.Passed, $"{Step} has no champion to compare with, which release.first allows"),
            _ => (Status.Failed, $"{Step}: {Evidence.Summary}"),
        };
        return new Check { Name = $"evidence.{Step}", Status = status, Reason = reason };
    }

    private string? UnjudgedGate(ReleaseEvidence release) => Step != StepNames.Evaluate ? null : release.Spec.Evaluate.Gates
        .SelectMany(gate => Expected(gate.Key, gate.Value, release.Champion is not null))
        .FirstOrDefault(name => Evidence!.Checks.All(check => check.Name != name || !check.Required));

    private bool IsOf(Digest? image) => image is { } archive && Evidence!.Facts.GetValueOrDefault(PackageStep.ArchiveFact) == archive.ToString();

    private bool LacksContainer(ReleaseEvidence release) => Step is StepNames.Package or StepNames.LoadTest
        && release.Spec.Package.Container == ContainerUse.Required
        && !Evidence!.Checks.Any(check => check is { Name: PackageChecks.Container, Required: true, Status: Status.Passed });

    /// <summary>The checks that a gate of the spec asks for. Without a champion nothing can be said of a comparison with it.</summary>
    private static IEnumerable<string> Expected(string metric, GateSpec gate, bool hasChampion) =>
        MetricGates.NamesOf(metric, gate).Where(name => hasChampion || name == GateNames.Threshold(metric));
}
