namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>How many keys something is true of, and a few of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The first five that were met; the columns of a key with a comma and a space between.</param>
public sealed record KeySample(long Count, IReadOnlyList<string> First);
