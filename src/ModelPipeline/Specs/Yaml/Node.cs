namespace ModelPipeline.Specs.Yaml;

/// <summary>A value in a YAML file.</summary>
internal abstract record Node(Place Place);
