namespace ModelPipeline.Specs.Yaml;

/// <summary>A key with its value.</summary>
internal sealed record MapEntry(Place Place, string Key, Node Value);
