namespace ModelPipeline.Cards;

/// <summary>A link in a pull request.</summary>
/// <param name="Title">What it leads to.</param>
/// <param name="Address">The address, its path percent-encoded.</param>
public sealed record PullRequestLink(string Title, string Address);
