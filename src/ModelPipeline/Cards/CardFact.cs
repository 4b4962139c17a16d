namespace ModelPipeline.Cards;

/// <summary>A name and a value on the card.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value, formatted.</param>
public sealed record CardFact(string Name, string Value);
