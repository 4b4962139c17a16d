using ModelPipeline.Git;
using ModelPipeline.Registry;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Reads the files of a release's folder at the judged head. What is not as <c>release.json</c> lists it is refused.</summary>
/// <param name="git">The repository.</param>
/// <param name="head">The judged head.</param>
/// <param name="folder">The release's folder, relative to the repository's root, with slashes.</param>
internal sealed class JudgedFiles(IGitRemote git, string head, string folder)
{
    /// <summary>Reads <c>release.json</c>, which must be the one that was judged.</summary>
    /// <exception cref="InvalidDataException">It is absent or another.</exception>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    public async Task<byte[]> ReadDocumentAsync(ReleaseDocument judged, CancellationToken cancellation)
    {
        var bytes = await ReadAsync(ReleaseDocument.FileName, cancellation).ConfigureAwait(false);
        return ReleaseJson.Write(ReleaseJson.Read(bytes)).AsSpan().SequenceEqual(ReleaseJson.Write(judged))
            ? bytes
            : throw new InvalidDataException($"{folder}/{ReleaseDocument.FileName} at {head} is not the one that was judged");
    }

    /// <summary>Reads a file that <c>release.json</c> lists.</summary>
    /// <exception cref="InvalidDataException">It is absent, or not as listed.</exception>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    public async Task<byte[]> ReadListedAsync(ReleaseDocument release, string file, CancellationToken cancellation)
    {
        var listed = release.Files.TryGetValue(file, out var digest) ? digest : throw new InvalidDataException($"release.json lists no {QuotedText.Escape(file)}");
        var bytes = await ReadAsync(file, cancellation).ConfigureAwait(false);
        return Digest.Of(bytes) is var found && found == listed
            ? bytes
            : throw new InvalidDataException($"{folder}/{QuotedText.Escape(file)} at {head} is {found}, release.json lists {listed}");
    }

    private async Task<byte[]> ReadAsync(string file, CancellationToken cancellation) =>
        await git.ReadAsync(head, $"{folder}/{file}", cancellation).ConfigureAwait(false)
        ?? throw new InvalidDataException($"there is no {folder}/{QuotedText.Escape(file)} at {head}");
}
