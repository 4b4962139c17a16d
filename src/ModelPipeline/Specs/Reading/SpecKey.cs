namespace ModelPipeline.Specs.Reading;

/// <summary>A key that may stand in a <c>model.yaml</c>.</summary>
internal sealed record SpecKey(string Name)
{
    /// <summary>What a required key is for; <see langword="null"/> where the key may be left out.</summary>
    public string? RequiredFor { get; init; }

    /// <summary>The keys inside a section.</summary>
    public IReadOnlyList<SpecKey> Keys { get; init; } = [];

    /// <summary>Whether it holds keys that are words of the format.</summary>
    public bool IsSection => Keys.Count > 0;

    /// <summary>In a section whose keys are names, not words of the format: what each of them holds.</summary>
    public SpecKey? Each { get; init; }
}
