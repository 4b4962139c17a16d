using System.Text.Json.Nodes;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;

namespace ModelPipeline.GitHub.Git;

/// <summary>The repository's branches.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Branches(HostedRepository repository)
{
    /// <inheritdoc cref="IGitRemote.TipAsync"/>
    public async Task<string?> TipAsync(string branch, CancellationToken cancellation) =>
        (await repository.FindAsync(repository.At($"git/ref/heads/{UrlPath.Segments(branch)}"), GitHubJson.Default.RefDocument, cancellation))?.Object.Sha;

    /// <summary>Makes a branch, or moves it wherever it is.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="tip">Where it is now; <see langword="null"/> where it is not.</param>
    /// <param name="commit">Where it is to be.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task MoveAsync(string branch, string? tip, string commit, CancellationToken cancellation)
    {
        try
        {
            await (tip is null
                ? repository.ChangeAsync(HttpMethod.Post, repository.At("git/refs"), new JsonObject { ["ref"] = $"refs/heads/{branch}", ["sha"] = commit }, [], cancellation)
                : repository.ChangeAsync(HttpMethod.Patch, repository.At($"git/refs/heads/{UrlPath.Segments(branch)}"), new JsonObject { ["sha"] = commit, ["force"] = true }, [], cancellation));
        }
        catch (RemoteException fault) when (fault.MayHaveHappened)
        {
            if (await TipAsync(branch, cancellation) != commit)
                throw;
        }
    }
}
