namespace ModelPipeline.Specs;

/// <summary>The section <c>card</c>: what the model card says that no measurement can. Plain text.</summary>
public sealed record CardSpec
{
    /// <summary>An SPDX identifier as the Hugging Face hub spells it, for example <c>apache-2.0</c>.</summary>
    public string? License { get; init; }

    /// <summary>What the model is meant for.</summary>
    public string? IntendedUse { get; init; }

    /// <summary>What the model must not be used for.</summary>
    public string? OutOfScope { get; init; }

    /// <summary>What is known to go wrong.</summary>
    public string? Limitations { get; init; }

    /// <summary>Whom to ask.</summary>
    public string? Contacts { get; init; }

    /// <summary>Where the data came from, and its licence.</summary>
    public string? DataSource { get; init; }

    /// <summary>Words to find the model by.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
