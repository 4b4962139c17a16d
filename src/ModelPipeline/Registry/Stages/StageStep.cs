using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Registry.Stages;

/// <summary>The next thing to do to a model's stages.</summary>
internal sealed record StageStep
{
    /// <summary>What the tag says; its number is not yet known.</summary>
    public required RegistryTag Tag { get; init; }

    /// <summary>What was done, for the message: one of <see cref="TagMessage"/>'s words.</summary>
    public required string Action { get; init; }

    /// <summary>The version that it is about, whose commit the tag marks.</summary>
    public required RegisteredVersion Version { get; init; }

    /// <summary>The version that was in the stage before.</summary>
    public SemanticVersion? From { get; init; }

    /// <summary>One sentence: the message's title and the summary.</summary>
    public required string Sentence { get; init; }
}
