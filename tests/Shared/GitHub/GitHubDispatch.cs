namespace Shared.GitHub;

/// <summary>A workflow that was started by a request.</summary>
internal sealed record GitHubDispatch(string Workflow, string Ref, IReadOnlyDictionary<string, string> Inputs, GitHubAccount Actor);
