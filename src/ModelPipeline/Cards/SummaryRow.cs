namespace ModelPipeline.Cards;

/// <summary>A step of a run.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Step">The step.</param>
/// <param name="Status">Its verdict, as written in evidence, or <c>skipped</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record SummaryRow(string Model, string Step, string Status, string Reason);
