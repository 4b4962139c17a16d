namespace ModelPipeline.Specs.Yaml;

/// <summary>An alias in a value's stead: reported where it stands and never looked up.</summary>
internal sealed record AliasNode(Place Place) : Node(Place);
