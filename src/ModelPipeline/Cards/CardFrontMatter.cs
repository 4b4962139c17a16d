namespace ModelPipeline.Cards;

/// <summary>What the front matter holds for the Hugging Face hub.</summary>
/// <param name="License">An SPDX identifier; <see langword="null"/> where none is stated.</param>
/// <param name="Tags">Words to find the model by.</param>
/// <param name="PipelineTag">The hub's name of the task.</param>
/// <param name="Dataset">The data's name.</param>
/// <param name="Revision">The data's digest.</param>
public sealed record CardFrontMatter(string? License, IReadOnlyList<string> Tags, string PipelineTag, string Dataset, string Revision);
