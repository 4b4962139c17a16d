using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing;

/// <summary>What the gate decided of a pull request, and of what exactly.</summary>
public sealed record GateRuling
{
    /// <summary>Every check: the approvals', the evidence's.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>The decision: the worst of the checks.</summary>
    public GateDecision Decision => GateDecisions.Of(StepEvidence.Worst(Checks));

    /// <summary>The pull request that was judged, as it was then; <see langword="null"/> where it could not be read.</summary>
    public PullRequest? Request { get; init; }

    /// <summary>Where policy was read: the commit that the release goes, or went, on top of.</summary>
    public string? Base { get; init; }

    /// <summary>What is to be released, as the judged head says; <see langword="null"/> where that cannot be read.</summary>
    public ReleaseDocument? Release { get; init; }

    /// <summary>The digest of the release's <c>release.json</c> at the judged head; <see langword="null"/> where there is none.</summary>
    public Digest? Document { get; init; }

    /// <summary>The base's spec, whose <c>model.yaml</c> holds the policy; <see langword="null"/> where it cannot be read.</summary>
    public ModelSpec? Spec { get; init; }

    /// <summary>Everyone who reviewed, and why they count or not.</summary>
    public IReadOnlyList<ReviewerVerdict> Reviewers { get; init; } = [];

    /// <summary>Every input of the decision with its numbers and times; <see langword="null"/> where they could not be read.</summary>
    public ApprovalFacts? Facts { get; init; }
}
