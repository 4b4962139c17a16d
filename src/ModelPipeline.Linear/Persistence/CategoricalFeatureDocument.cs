using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Persistence;

/// <inheritdoc cref="CategoricalEncoding"/>
internal sealed record CategoricalFeatureDocument(string Name, bool MissingIndicator, string? Mode, IReadOnlyList<string> Categories)
    : FeatureDocument(Name, MissingIndicator)
{
    public override FeatureEncoding ToEncoding() => new CategoricalEncoding(Name, Categories, Mode, MissingIndicator);
}
