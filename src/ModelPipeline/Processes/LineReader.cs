using System.Text;

namespace ModelPipeline.Processes;

/// <summary>Reads lines that a process writes, and no more of them than a line may hold.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>How many bytes a line has at most.</summary>
    public const int Longest = 4096;

    private readonly byte[] _bytes = new byte[Longest];
    private int _filled;

    /// <summary>The next line without its end; <see langword="null"/> where there is no further one.</summary>
    /// <exception cref="InvalidDataException">It is longer than a line may be.</exception>
    public async Task<string?> ReadAsync()
    {
        while (true)
        {
            var end = _bytes.AsSpan(0, _filled).IndexOf((byte)'\n');
            if (end >= 0)
                return Take(end);
            if (_filled == Longest)
                throw new InvalidDataException($"a line of more than {Longest} bytes, beginning {QuotedText.Of(Encoding.UTF8.GetString(_bytes))}");
            var read = await stream.ReadAsync(_bytes.AsMemory(_filled)).ConfigureAwait(false);
            if (read == 0)
                return null;
            _filled += read;
        }
    }

    private string Take(int end)
    {
        var line = Encoding.UTF8.GetString(_bytes, 0, end).TrimEnd('\r');
        _filled -= end + 1;
        _bytes.AsSpan(end + 1, _filled).CopyTo(_bytes);
        return line;
    }
}
