using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs.Reading;

/// <summary>A text and where it stands.</summary>
internal readonly record struct PlacedText(string Text, Place Place);
