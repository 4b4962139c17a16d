namespace ModelPipeline.Cards;

/// <summary>A step's verdict on the card.</summary>
/// <param name="Name">The step.</param>
/// <param name="Status">Its verdict, as written in evidence.</param>
/// <param name="Summary">Why, in one sentence.</param>
public sealed record CardStep(string Name, string Status, string Summary);
