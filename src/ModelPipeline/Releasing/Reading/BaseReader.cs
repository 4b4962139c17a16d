using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Reading;

/// <summary>Reads the base of a pull request.</summary>
/// <param name="host">Where it is.</param>
/// <param name="readSpec">Reads its <c>model.yaml</c> from its path on disk and its bytes.</param>
internal sealed class BaseReader(IReleaseHost host, Func<string, byte[], SpecReading> readSpec)
{
    private static readonly string[] CodeOwnersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <summary>The commit that an open pull request would be merged on top of now, or that a merged one was.</summary>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">There is no such commit.</exception>
    public async Task<string> CommitAsync(PullRequest request, CancellationToken cancellation)
    {
        if (request.MergeCommit is not { } merge)
        {
            return await host.Git.TipAsync(request.BaseBranch, cancellation).ConfigureAwait(false)
                ?? throw new InvalidDataException($"the base branch {QuotedText.Of(request.BaseBranch)} has no commit");
        }

        var parents = await host.PullRequests.ParentsAsync(merge, cancellation).ConfigureAwait(false);
        return parents switch
        {
            [] => throw new InvalidDataException($"the merge commit {merge} has no parent"),
            [var first, _] => first,
            [var first, ..] when request.Commits == 1 => first,
            _ => request.Base,
        };
    }

    /// <summary>Reads what the base says of a model.</summary>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not as it should be.</exception>
    public async Task<ReleaseBase> ReadAsync(ModelRun run, string commit, CancellationToken cancellation) => new()
    {
        Commit = commit,
        Spec = await ReadSpecAsync(run, commit, cancellation).ConfigureAwait(false),
        Champion = await ReadChampionAsync(run, commit, cancellation).ConfigureAwait(false),
        CodeOwners = await ReadCodeOwnersAsync(commit, cancellation).ConfigureAwait(false),
    };

    private async Task<ModelSpec> ReadSpecAsync(ModelRun run, string commit, CancellationToken cancellation)
    {
        var path = $"{run.RepositoryFolder}/{Path.GetFileName(run.Spec.Path)}";
        var bytes = await host.Git.ReadAsync(commit, path, cancellation).ConfigureAwait(false)
            ?? throw new InvalidDataException($"there is no {path} at the base {commit}");
        var reading = readSpec(run.Spec.Path, bytes);
        return reading.Spec ?? throw new InvalidDataException($"{path} at the base {commit} is at fault: {string.Join("; ", reading.Faults.Select(fault => fault.Message))}");
    }

    private async Task<Baseline?> ReadChampionAsync(ModelRun run, string commit, CancellationToken cancellation)
    {
        var root = $"{run.RepositoryFolder}/releases/";
        var names = (await host.Git.FilesAsync(commit, root.TrimEnd('/'), cancellation).ConfigureAwait(false))
            .Select(file => file.Path[root.Length..].Split('/'))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[0])
            .Distinct()
            .ToArray();
        var versions = names.Select(name => SemanticVersion.TryParse(name, out var version)
            ? version
            : throw new InvalidDataException($"{root}{QuotedText.Escape(name)} at the base {commit} is no released version such as 1.2.3")).ToArray();
        if (versions.Length == 0)
            return null;
        var path = $"{root}{versions.Max()}/{ReleaseDocument.FileName}";
        var json = await host.Git.ReadAsync(commit, path, cancellation).ConfigureAwait(false)
            ?? throw new InvalidDataException($"there is no {path} at the base {commit}");
        return new Baseline(versions.Max().ToString(), ReleaseJson.Read(json).Bundle);
    }

    private async Task<byte[]?> ReadCodeOwnersAsync(string commit, CancellationToken cancellation)
    {
        foreach (var path in CodeOwnersPaths)
            if (await host.Git.ReadAsync(commit, path, cancellation).ConfigureAwait(false) is { } bytes)
                return bytes;
        return null;
    }
}
