using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Releasing;

namespace ModelPipeline.Registry.Stages;

/// <summary>What a published version is, by its <c>release.json</c> at the commit that its tag marks.</summary>
/// <param name="Bundle">The bundle's digest.</param>
/// <param name="Release">The digest of <c>release.json</c>, which lists every file of the release.</param>
/// <param name="Origin">How the release came to be.</param>
internal sealed record ReleaseFacts(Digest Bundle, Digest Release, string Origin)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">The commit does not hold the release, or another one.</exception>
    public static async Task<ReleaseFacts> ReadAsync(IGitRemote git, RegisteredModel model, RegisteredVersion version, CancellationToken cancellation)
    {
        var path = $"{model.Folder}/releases/{version.Version}/{ReleaseDocument.FileName}";
        var bytes = await git.ReadAsync(version.Commit!, path, cancellation).ConfigureAwait(false)
            ?? throw new InputException($"The tag {version.Tag} marks a commit without {path}: what it publishes is not known.");
        try
        {
            var document = ReleaseJson.Read(bytes);
            if (document.Model != model.Name || document.Version != version.Version.ToString())
                throw new InputException($"{path} at the tag {version.Tag} is of {QuotedText.Escape(document.Model)} {QuotedText.Escape(document.Version)}.");
            if (version.Bundle is { } bundle && bundle != document.Bundle.ToString())
                throw new InputException($"The tag {version.Tag} is of the bundle {QuotedText.Escape(bundle)}, {path} there of {document.Bundle}.");
            return new ReleaseFacts(document.Bundle, Digest.Of(bytes), document.Origin);
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"{path} at the tag {version.Tag}: {fault.Message}.", fault);
        }
    }

    /// <summary>Sees to it that the host shows the release to everybody. What was imported has no page.</summary>
    /// <exception cref="InputException">It does not.</exception>
    public async Task ExpectPageAsync(ReleasePlace place, RegisteredVersion version, CancellationToken cancellation)
    {
        if (place.Host is null || Origin == ReleaseDocument.Imported)
            return;
        var pages = await place.Host.Releases.OfTagAsync(version.Tag!, cancellation).ConfigureAwait(false);
        if (pages.All(page => page.IsDraft))
            throw new InputException($"The release of {version.Tag} is not published on {place.Host.Name} yet: run Release to its end first.");
    }
}
