using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Persistence;

/// <inheritdoc cref="NumericEncoding"/>
internal sealed record NumericFeatureDocument(string Name, bool MissingIndicator, double Mean, double Scale)
    : FeatureDocument(Name, MissingIndicator)
{
    public override FeatureEncoding ToEncoding() => new NumericEncoding(Name, Mean, Scale, MissingIndicator);
}
