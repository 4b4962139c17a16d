using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Persistence;

/// <summary>One feature in <c>mlnet.json</c>.</summary>
/// <param name="Name">The column's header.</param>
/// <param name="Type">What the column holds.</param>
/// <param name="Categories">The categories that were seen in training; empty for numbers.</param>
internal sealed record FeatureDocument(string Name, string Type, IReadOnlyList<string> Categories)
{
    public static FeatureDocument Of(FeatureSignature input) => new(input.Name, input.Type.ToString(), input.Categories);

    /// <summary>Whether it describes the input.</summary>
    public bool Fits(FeatureSignature input) =>
        Name == input.Name && Type == input.Type.ToString() && Categories.SequenceEqual(input.Categories, StringComparer.Ordinal);
}
