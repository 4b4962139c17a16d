namespace ModelPipeline.Releasing.Hosts;

/// <summary>A pull request to be opened.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its body.</param>
/// <param name="HeadBranch">The branch that it comes from, of this repository.</param>
/// <param name="BaseBranch">The branch that it is to be merged into.</param>
public sealed record NewPullRequest(string Title, string Body, string HeadBranch, string BaseBranch);
