namespace ModelPipeline.Releasing.Hosts;

/// <summary>A draft to be made.</summary>
/// <param name="Tag">The tag that it will be of.</param>
/// <param name="Target">The commit or branch that its tag would be made at.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its notes, at most 125,000 characters.</param>
public sealed record NewReleasePage(string Tag, string Target, string Title, string Body);
