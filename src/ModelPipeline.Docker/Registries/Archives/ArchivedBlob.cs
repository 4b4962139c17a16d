namespace ModelPipeline.Docker.Registries.Archives;

/// <summary>A blob in an image's archive.</summary>
/// <param name="Archive">The archive's path.</param>
/// <param name="Digest">What its bytes must be.</param>
/// <param name="Offset">Where they begin in the archive.</param>
/// <param name="Length">How many they are.</param>
internal sealed record ArchivedBlob(string Archive, Digest Digest, long Offset, long Length)
{
    /// <summary>Opens the archive where the blob begins.</summary>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    public FileStream Open()
    {
        var stream = new FileStream(Archive, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        stream.Position = Offset;
        return stream;
    }

    /// <summary>Reads all of it and verifies its digest.</summary>
    /// <param name="longest">The greatest number of bytes.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataException">It is longer, or has another digest.</exception>
    public async Task<byte[]> ReadAsync(int longest, CancellationToken cancellation)
    {
        if (Length > longest)
            throw new InvalidDataException($"the blob {Digest} is longer than {longest} bytes");
        var bytes = new byte[Length];
        await using var stream = Open();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return ModelPipeline.Digest.Of(bytes) == Digest ? bytes : throw new InvalidDataException($"the blob {Digest} has other bytes");
    }
}
