namespace ModelPipeline.Training;

/// <summary>A parameter of a trainer.</summary>
/// <param name="Name">The key under <c>train.parameters</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Default">
/// The value where the spec has none: a <see cref="double"/>, <see cref="long"/>, <see cref="string"/> or <see cref="bool"/>, as <paramref name="Kind"/> says;
/// <see langword="null"/> where there is none then, as always in a list or a map.
/// </param>
/// <param name="Description">What it does, with its unit.</param>
public sealed record ParameterDefinition(string Name, ParameterKind Kind, object? Default, string Description)
{
    /// <summary>Whether it holds one value, a list of them, or values by name.</summary>
    /// <value>Default: one value.</value>
    public ParameterForm Form { get; init; }

    /// <summary>The texts that are allowed.</summary>
    /// <value>Default: empty, any text.</value>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The least allowed number.</summary>
    /// <value>Default: none.</value>
    public double? Minimum { get; init; }

    /// <summary>The greatest allowed number.</summary>
    /// <value>Default: none.</value>
    public double? Maximum { get; init; }
}
