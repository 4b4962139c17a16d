using ModelPipeline.Evidence.Decisions;

namespace ModelPipeline.Evidence;

/// <summary>What one step checked, observed and allowed, and why it passed or not.</summary>
public sealed record StepEvidence
{
    /// <summary>The format's name.</summary>
    public const string Format = "modelpipeline/evidence/v1";

    /// <summary>The format's name: <see cref="Format"/>.</summary>
    public string Schema { get; init; } = Format;

    /// <summary>The step, for example <c>validate-data</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The status of the worst required check.</summary>
    public required Status Status { get; init; }

    /// <summary>One sentence for the table of steps.</summary>
    public required string Summary { get; init; }

    /// <summary>The bundle that was judged; absent before one is trained.</summary>
    public Digest? Candidate { get; init; }

    /// <summary>The champion at the time; absent where there is none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What the step read.</summary>
    public required EvidenceInputs Inputs { get; init; }

    /// <summary>What was judged.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>What was measured, by name, in ordinal order.</summary>
    public required IReadOnlyDictionary<string, Measure> Measures { get; init; }

    /// <summary>What was measured on parts of the test rows; shown, not judged.</summary>
    public IReadOnlyList<SliceEvidence> Slices { get; init; } = [];

    /// <summary>What is known beside numbers (engine, versions, commit), by name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Every input of the gate's decision on a pull request; absent in other steps, and where there was no pull request.</summary>
    public DecisionRecord? Decision { get; init; }

    /// <summary>The digest of everything that determined the verdict; absent where the step could not tell.</summary>
    public Digest? Fingerprint { get; init; }

    /// <summary>When the step started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>The verdict of a step: that of its worst required check; error where it has none.</summary>
    public static Status Worst(IEnumerable<Check> checks) =>
        checks.Where(check => check.Required).Select(check => check.Status).DefaultIfEmpty(Status.Error).Max();
}
