namespace ModelPipeline.Cards;

/// <summary>What the template <c>summary</c> reads: the steps of one run. Texts are as the evidence has them: the template escapes them.</summary>
/// <param name="Passed">Whether everything passed.</param>
/// <param name="ExitCode">What the process exits with.</param>
/// <param name="Rows">The steps.</param>
public sealed record SummaryDocument(bool Passed, int ExitCode, IReadOnlyList<SummaryRow> Rows);
