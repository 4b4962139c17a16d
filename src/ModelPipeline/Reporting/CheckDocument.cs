using ModelPipeline.Cards;

namespace ModelPipeline.Reporting;

/// <summary>What the template <c>check</c> reads: one model, as a check run tells it. Texts are as the evidence has them: the template escapes them.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Checks">The checks to show: those that did not pass, and for a release all of them.</param>
/// <param name="RunPage">The page of the run, a URL; <see langword="null"/> where there is none.</param>
public sealed record CheckDocument(string Model, IReadOnlyList<SummaryRow> Steps, IReadOnlyList<FailingRow> Checks, string? RunPage);
