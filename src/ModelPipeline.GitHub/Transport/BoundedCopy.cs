using System.Globalization;

namespace ModelPipeline.GitHub.Transport;

/// <summary>Copies what a peer sends, up to a size.</summary>
internal static class BoundedCopy
{
    private const int BufferBytes = 80 << 10;

    /// <summary>Copies bytes.</summary>
    /// <param name="from">Where they come from.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidDataException">There are more.</exception>
    public static async Task CopyAsync(Stream from, Stream to, long most, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        var copied = 0L;
        while (await from.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            copied += count;
            if (copied > most)
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"more than {most} bytes"));
            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }
}
