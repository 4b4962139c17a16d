namespace ModelPipeline.Command.Scoring;

/// <summary>What a serving process has said to a batch so far; a blank line ends it.</summary>
internal sealed class Answered
{
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private byte[] _bytes = new byte[16 << 10];
    private int _content;
    private int _end = -1;

    /// <summary>How many bytes were read.</summary>
    public int Length { get; private set; }

    /// <summary>Whether its blank line was read.</summary>
    public bool IsWhole => _end >= 0;

    /// <summary>Whether more than the blank line was read.</summary>
    public bool HasMore => Length > _end;

    /// <summary>What was said before the blank line.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _content);

    /// <summary>Takes what was read next.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(Length));
        var from = Length;
        Length += bytes.Length;
        FindBlankLine(from);
    }

    private void FindBlankLine(int from)
    {
        for (var i = from; i < Length && _end < 0; i++)
        {
            if (_bytes[i] != LineFeed)
                continue;
            var start = i > 0 && _bytes[i - 1] == CarriageReturn ? i - 1 : i;
            if (start == 0 || _bytes[start - 1] == LineFeed)
                (_content, _end) = (start, i + 1);
        }
    }
}
