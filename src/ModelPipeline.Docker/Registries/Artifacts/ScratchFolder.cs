using ModelPipeline.Docker.Registries.Archives;

namespace ModelPipeline.Docker.Registries.Artifacts;

/// <summary>A temporary folder for the bytes of one artifact.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("artifact-").FullName;

    /// <summary>Writes bytes to a file, to be sent from there.</summary>
    public async Task<ArchivedBlob> KeepAsync(Stream content, CancellationToken cancellation)
    {
        var path = System.IO.Path.Combine(Path, System.IO.Path.GetRandomFileName());
        await using (var file = File.Create(path))
            await content.CopyToAsync(file, cancellation);
        return new ArchivedBlob(path, Digest.OfFile(path), 0, new FileInfo(path).Length);
    }

    /// <summary>Opens a file that is removed, with the folder, when it is closed.</summary>
    public Stream OpenLast(string file) => new LastStream(file, this);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private sealed class LastStream(string file, ScratchFolder folder) : FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (Directory.Exists(folder.Path))
                folder.Dispose();
        }
    }
}
