namespace ModelPipeline.Git;

/// <summary>An annotated tag.</summary>
/// <param name="Name">Its name without <c>refs/tags/</c>.</param>
/// <param name="Commit">The commit that it ends at, through however many tags.</param>
/// <param name="Message">Its message.</param>
/// <param name="Tagger">Who made it, as git has it; empty where it does not say.</param>
/// <param name="Tagged">When it was made; <see langword="null"/> where it does not say.</param>
public sealed record GitTag(string Name, string Commit, string Message, string Tagger, DateTimeOffset? Tagged);
