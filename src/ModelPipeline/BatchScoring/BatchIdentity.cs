using System.Text;

namespace ModelPipeline.BatchScoring;

/// <summary>What is scored and how. A run that was stopped is gone on with only where all of it is the same.</summary>
/// <param name="Bundle">The bundle's digest.</param>
/// <param name="Header">The output's header.</param>
/// <param name="Size">The input's size in bytes.</param>
/// <param name="Modified">When the input was written, in ticks of UTC.</param>
/// <param name="Head">The digest of the input's first 64 KiB.</param>
internal sealed record BatchIdentity(string Bundle, string Header, long Size, long Modified, string Head)
{
    private const int HeadBytes = 1 << 16;

    /// <exception cref="IOException">The input cannot be read.</exception>
    public static BatchIdentity Of(string input, Digest bundle, byte[] header)
    {
        var file = new FileInfo(input);
        var head = new byte[HeadBytes];
        using var stream = file.OpenRead();
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new(bundle.ToString(), Encoding.UTF8.GetString(header), file.Length, file.LastWriteTimeUtc.Ticks, Digest.Of(head.AsSpan(0, length)).ToString());
    }
}
