using ModelPipeline.Evidence;
using ModelPipeline.Evidence.Decisions;

namespace ModelPipeline.Runs;

/// <summary>What a step found.</summary>
public sealed record StepOutcome
{
    /// <summary>One sentence for the table of steps, where everything passed.</summary>
    public required string Summary { get; init; }

    /// <summary>What was judged; at least one check is required.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>Whether its only errors are comparisons that the rows cannot decide: nothing is broken.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsUndecided { get; init; }

    /// <summary>What was measured, by name.</summary>
    public IReadOnlyDictionary<string, Measure> Measures { get; init; } = new Dictionary<string, Measure>();

    /// <summary>What was measured on parts of the test rows.</summary>
    public IReadOnlyList<SliceEvidence> Slices { get; init; } = [];

    /// <summary>What is known beside numbers, by name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Tables and figures for people, by file name, for example <c>calibration.svg</c>. The runner writes them to the folder of reports before the evidence,
    /// records their digests there, and removes those of an earlier run that are not among them.
    /// </summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Reports { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>Every input of the gate's decision on a pull request.</summary>
    /// <value>Default: none; only the gate decides.</value>
    public DecisionRecord? Decision { get; init; }

    /// <summary>The bundle that was judged.</summary>
    public Digest? Candidate { get; init; }
}
