namespace ModelPipeline.Cards;

/// <summary>A figure beside the card.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Title">What it shows.</param>
public sealed record CardFigure(string File, string Title);
