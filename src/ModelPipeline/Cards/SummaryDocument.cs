using ModelPipeline.Reporting;

namespace ModelPipeline.Cards;

/// <summary>What the template <c>summary</c> reads: the steps of one run. Texts are as the evidence has them: the template escapes them.</summary>
/// <param name="Verdict">How many models passed, in words.</param>
/// <param name="ExitCode">What the process exits with.</param>
/// <param name="Workspace">Where the run wrote.</param>
/// <param name="Rows">The steps, model by model, those that did not pass first.</param>
public sealed record SummaryDocument(string Verdict, int ExitCode, string Workspace, IReadOnlyList<SummaryRow> Rows)
{
    /// <summary>Everything that did not pass.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<FailingRow> Failing { get; init; } = [];
}
