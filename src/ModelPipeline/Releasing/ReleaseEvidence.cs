using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing;

/// <summary>What a release is judged by, wherever it was found: in a workspace, or at the head of a pull request.</summary>
internal sealed record ReleaseEvidence
{
    /// <summary>The spec that it is judged by.</summary>
    public required ModelSpec Spec { get; init; }

    /// <summary>The champion that it must have been compared with; <see langword="null"/> before the first release.</summary>
    public required Baseline? Champion { get; init; }

    /// <summary>What every step must have read.</summary>
    public required EvidenceInputs Inputs { get; init; }

    /// <summary>The evidence of every required step, by the step's name.</summary>
    public required IReadOnlyDictionary<string, GateEvidence> Steps { get; init; }

    /// <summary>The digest of the bundle that was found; <see langword="null"/> where there is none.</summary>
    public required Digest? Bundle { get; init; }

    /// <summary>The digest of the card that was found, as it was rendered; <see langword="null"/> where there is none.</summary>
    public required Digest? Card { get; init; }

    /// <summary>The digest of the image's archive that was found; <see langword="null"/> where there is none.</summary>
    public required Digest? Image { get; init; }

    /// <summary>Whether the reports that evidence records are there, unchanged.</summary>
    public required Func<StepEvidence, bool> HasReports { get; init; }

    /// <summary>The bundle that Train left; <see langword="null"/> where its evidence names none.</summary>
    public Digest? Candidate => Steps[StepNames.Train].Evidence?.Candidate;

    /// <summary>The evidence of a step; <see langword="null"/> where there is none that can be read.</summary>
    /// <param name="step">The step's name.</param>
    public StepEvidence? Of(string step) => Steps[step].Evidence;
}
