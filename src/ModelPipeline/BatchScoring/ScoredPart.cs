using ModelPipeline.Data;

namespace ModelPipeline.BatchScoring;

/// <summary>A part of the input, scored.</summary>
/// <param name="Part">The part.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Output">What is written of them; nothing that counts where there are faults.</param>
/// <param name="Faults">Why they cannot be scored.</param>
/// <param name="Columns">What was missing or unseen.</param>
internal sealed record ScoredPart(Part Part, int Rows, ReadOnlyMemory<byte> Output, FaultList Faults, IReadOnlyList<ColumnGaps> Columns);
