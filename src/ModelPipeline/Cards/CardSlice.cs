namespace ModelPipeline.Cards;

/// <summary>A part of the test rows on the card.</summary>
/// <param name="Name">The part, for example <c>female=1</c>.</param>
/// <param name="Rows">How many test rows it has, formatted.</param>
/// <param name="Values">One formatted value a shown metric.</param>
public sealed record CardSlice(string Name, string Rows, IReadOnlyList<string> Values);
