namespace ModelPipeline.Specs.Yaml;

/// <summary>A list of values.</summary>
internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);
