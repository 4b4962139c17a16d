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

    /// <summary>Makes a branch, or moves it from where it was seen. GitHub knows no lease: between the last look and the move a push can still be lost.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="tip">Where it was seen; <see langword="null"/> where it was not.</param>
    /// <param name="commit">Where it is to be.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">It is somewhere else by now, or GitHub refuses.</exception>
    public async Task MoveAsync(string branch, string? tip, string commit, CancellationToken cancellation)
    {
        if (await TipAsync(branch, cancellation) != tip)
            throw new RemoteException($"The branch {QuotedText.Of(branch)} was changed by somebody else at the same time: run it again.");
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
