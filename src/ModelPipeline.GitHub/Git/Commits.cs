using System.Text.Json.Nodes;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;

namespace ModelPipeline.GitHub.Git;

/// <summary>Puts files on a branch in one commit.</summary>
/// <param name="repository">The repository.</param>
/// <param name="trees">Its files.</param>
/// <param name="branches">Its branches.</param>
internal sealed class Commits(HostedRepository repository, Trees trees, Branches branches)
{
    private const string PlainFile = "100644";

    /// <inheritdoc cref="IGitRemote.CommitAsync"/>
    public async Task<string> MakeAsync(BranchCommit commit, CancellationToken cancellation)
    {
        var tip = await branches.TipAsync(commit.Branch, cancellation);
        if (tip is not null && await IsSameAsync(tip, commit, cancellation))
            return tip;

        var parent = await trees.CommitAsync(commit.Parent, cancellation);
        var entries = new JsonArray();
        foreach (var (path, content) in commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            entries.Add(await EntryAsync(path, content, cancellation));
        var tree = await MakeAsync("trees", new JsonObject { ["base_tree"] = parent.Tree.Sha, ["tree"] = entries }, cancellation);
        var made = await MakeAsync("commits", new JsonObject { ["message"] = commit.Message, ["tree"] = tree, ["parents"] = new JsonArray(commit.Parent) }, cancellation);
        await branches.MoveAsync(commit.Branch, tip, made, cancellation);
        return made;
    }

    // The branch holds the base and these files already, whoever committed them.
    private async Task<bool> IsSameAsync(string tip, BranchCommit commit, CancellationToken cancellation)
    {
        if ((await trees.CommitAsync(tip, cancellation)).Parents is not [var parent] || parent.Sha != commit.Parent)
            return false;
        var wanted = (await trees.FilesAsync(commit.Parent, "", cancellation)).ToDictionary(file => file.Path, file => (file.Mode, file.Sha));
        foreach (var (path, content) in commit.Files)
            wanted[path] = (PlainFile, Blobs.HashOf(content.Span));
        var present = await trees.FilesAsync(tip, "", cancellation);
        return present.Count == wanted.Count && present.All(file => wanted.TryGetValue(file.Path, out var same) && same == (file.Mode, file.Sha));
    }

    private async Task<JsonNode> EntryAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var entry = new JsonObject { ["path"] = path, ["mode"] = PlainFile, ["type"] = "blob" };
        if (Blobs.TextOf(content.Span) is { } text)
            entry["content"] = text;
        else
            entry["sha"] = await MakeAsync("blobs", new JsonObject { ["content"] = Convert.ToBase64String(content.Span), ["encoding"] = "base64" }, cancellation);
        return entry;
    }

    private async Task<string> MakeAsync(string kind, JsonObject body, CancellationToken cancellation) =>
        (await repository.MakeObjectAsync(repository.At($"git/{kind}"), body, GitHubJson.Default.HashDocument, cancellation)).Sha;
}
