namespace ModelPipeline.Cards;

/// <summary>How differently the model treats the groups of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Figure">The figure, for example <c>demographic parity</c>.</param>
/// <param name="Difference">The difference with its interval, formatted; <c>undefined</c> where there is none.</param>
/// <param name="Between">The two groups that differ most, or why there is no figure.</param>
public sealed record CardFairness(string Column, string Figure, string Difference, string Between);
