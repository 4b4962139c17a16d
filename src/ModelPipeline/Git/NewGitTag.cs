namespace ModelPipeline.Git;

/// <summary>An annotated tag to be made.</summary>
/// <param name="Name">Its name without <c>refs/tags/</c>.</param>
/// <param name="Commit">The commit that it marks.</param>
/// <param name="Message">Its message.</param>
public sealed record NewGitTag(string Name, string Commit, string Message);
