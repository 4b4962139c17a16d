using System.Text.Json.Nodes;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>Merges pull requests.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Merges(HostedRepository repository)
{
    /// <inheritdoc cref="IPullRequests.MergeAsync"/>
    public async Task<string?> MergeAsync(string path, string head, string title, CancellationToken cancellation)
    {
        var method = Method(await repository.SettingsAsync(cancellation));
        var body = new JsonObject { ["sha"] = head, ["commit_title"] = title, ["merge_method"] = method };
        var call = new GitHubCall(HttpMethod.Put, path) { Body = body, Understood = [405, 409], RestsOnReading = true };
        var reply = await repository.SendAsync(call, cancellation);
        if (reply.Status is 405 or 409)
            return null;
        var merge = reply.Read(GitHubJson.Default.MergeDocument);
        return merge.Merged ? merge.Sha : throw reply.Unreadable("it says neither that it merged nor that it did not");
    }

    // A token that may not merge is not told how the repository merges: GitHub refuses it later.
    private static string Method(RepositoryDocument settings) => settings switch
    {
        { AllowMergeCommit: not false } => "merge",
        { AllowSquashMerge: not false } => "squash",
        { AllowRebaseMerge: not false } => "rebase",
        _ => throw new RemoteException("The repository allows no way of merging. Allow merge commits in its settings."),
    };
}
