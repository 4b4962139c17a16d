using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Reading;

/// <summary>Reads the base of a pull request.</summary>
/// <param name="host">Where it is.</param>
/// <param name="artifacts">Where bytes are kept that are not in the repository, by the release's tag.</param>
/// <param name="readSpec">Reads its spec from its bytes.</param>
internal sealed class BaseReader(IReleaseHost host, Func<string, IArtifactStore> artifacts, Func<SpecFiles, SpecReading> readSpec)
{
    private static readonly string[] CodeOwnersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
    private readonly BundleReader _bundles = new(artifacts);

    /// <summary>The commit that an open pull request would be merged on top of now, or that a merged one was.</summary>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">There is no such commit, or it cannot be said which it was.</exception>
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
            _ when merge == request.Head => throw new InvalidDataException($"the head {merge} was merged without a merge commit: what it was merged on top of is not known"),
            [var first, var second] when second == request.Head => first,
            [var first] when request.Commits == 1 => first,
            _ => throw new InvalidDataException($"the commit {merge} merged the pull request, and does not tell on top of what: a release has one commit, and is merged by a merge commit or a squash"),
        };
    }

    /// <summary>Reads what the base says of a model.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="challenger">The challenger that the release says it is of, any text; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    /// <exception cref="IOException">The champion's stored bundle cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not as it should be.</exception>
    public async Task<ReleaseBase> ReadAsync(ModelRun run, string commit, string? challenger, CancellationToken cancellation)
    {
        var spec = await WithRecipeAsync(run, await ReadSpecAsync(run, commit, challenger, cancellation).ConfigureAwait(false), commit, cancellation).ConfigureAwait(false);
        var champion = await NewestRelease.FindAsync(host.Git, commit, ReleasePaths.Root(run), cancellation).ConfigureAwait(false);
        return new ReleaseBase
        {
            Commit = commit,
            Spec = spec,
            Champion = champion?.Baseline,
            ChampionDocument = champion?.Document,
            OfRecipe = champion is null || champion.Document.Challenger == challenger
                ? champion
                : await NewestRelease.FindAsync(host.Git, commit, ReleasePaths.Root(run), document => document.Challenger == challenger, cancellation).ConfigureAwait(false),
            ChampionManifest = champion is null ? null : await ReadManifestAsync(run, commit, champion, cancellation).ConfigureAwait(false),
            CodeOwners = await ReadCodeOwnersAsync(commit, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<ModelSpec> ReadSpecAsync(ModelRun run, string commit, string? challenger, CancellationToken cancellation)
    {
        if (challenger is not null && !ModelName.IsValid(challenger))
            throw new InvalidDataException($"release.json names the challenger {QuotedText.Of(challenger)}, which is no name of one");
        var (path, above) = (PathOf(run, ModelFolders.SpecName), challenger is null ? null : PathOf(run, ChallengerFiles.Within(challenger)));
        var model = await ReadSpecAsync(path, commit, cancellation).ConfigureAwait(false);
        var reading = readSpec(new SpecFiles(run.Spec.Path, model, challenger, above is null ? null : await ReadSpecAsync(above, commit, cancellation).ConfigureAwait(false)));
        return reading.Spec ?? throw new InvalidDataException($"{above ?? path} at the base {commit} is at fault: {string.Join("; ", reading.Faults.Select(fault => fault.Message))}");
    }

    /// <summary>The spec with the digest that its steps wrote into their evidence, were they run at the base.</summary>
    private async Task<ModelSpec> WithRecipeAsync(ModelRun run, ModelSpec spec, string commit, CancellationToken cancellation)
    {
        var files = new List<(string, Digest?)>();
        foreach (var file in run.Engines[spec.Train.Engine].Files(spec.Train.Parameters))
            files.Add((file, await host.Git.ReadAsync(commit, PathOf(run, file), cancellation).ConfigureAwait(false) is { } bytes ? Digest.Of(bytes) : null));
        return spec with { Digest = RecipeDigest.Of(spec, files) };
    }

    private async Task<byte[]> ReadSpecAsync(string path, string commit, CancellationToken cancellation) =>
        await host.Git.ReadAsync(commit, path, cancellation).ConfigureAwait(false) ?? throw new InvalidDataException($"there is no {path} at the base {commit}");

    private static string PathOf(ModelRun run, string file) => $"{run.RepositoryFolder}/{file}";

    private async Task<BundleManifest> ReadManifestAsync(ModelRun run, string commit, NewestRelease champion, CancellationToken cancellation)
    {
        var archive = await host.Git.ReadAsync(commit, $"{champion.Folder}/{BundleArchive.FileName}", cancellation).ConfigureAwait(false);
        var (bundle, fault) = await _bundles.ReadAsync(ReleaseTag.Of(run.Spec.Name, champion.Version), archive, champion.Document, cancellation).ConfigureAwait(false);
        return bundle is { } read && read.Digest == champion.Document.Bundle
            ? read.Manifest
            : throw new InvalidDataException($"the champion {champion.Version} at the base {commit}: {fault ?? $"its {BundleArchive.FileName} holds another bundle than its release.json says"}");
    }

    private async Task<byte[]?> ReadCodeOwnersAsync(string commit, CancellationToken cancellation)
    {
        foreach (var path in CodeOwnersPaths)
            if (await host.Git.ReadAsync(commit, path, cancellation).ConfigureAwait(false) is { } bytes)
                return bytes;
        return null;
    }
}
