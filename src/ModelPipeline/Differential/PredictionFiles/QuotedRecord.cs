namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Reads one record that has quotes, as RFC 4180 defines them, byte by byte. A record that is at fault is read up to the next line end outside quotes.</summary>
internal sealed class QuotedRecord
{
    private readonly List<int> _ends = [];
    private byte[] _text = [];
    private int _used;
    private Place _place;

    private enum Place
    {
        Start,
        Plain,
        Quoted,
        Closed,
    }

    /// <summary>The record's length without its line end.</summary>
    public int Length { get; private set; }

    /// <summary>Its length with its line end.</summary>
    public int Consumed { get; private set; }

    /// <summary>How many lines it takes.</summary>
    public int Lines { get; private set; }

    /// <summary>What is wrong with it, if anything.</summary>
    public string? Fault { get; private set; }

    /// <summary>How many fields it has.</summary>
    public int Fields => _ends.Count;

    /// <summary>The fields' texts, one after the other.</summary>
    public byte[] Text => _text;

    /// <summary>Where a field's text starts.</summary>
    public int Start(int field) => field == 0 ? 0 : _ends[field - 1];

    /// <summary>Where a field's text ends.</summary>
    public int End(int field) => _ends[field];

    /// <summary>Reads the record that bytes start with.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isAll">Whether the file ends with them.</param>
    /// <returns>False where the record may go on after these bytes.</returns>
    public bool TryRead(ReadOnlySpan<byte> bytes, bool isAll)
    {
        Begin(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (_place == Place.Quoted)
                ReadQuoted(bytes[at]);
            else if (bytes[at] == '\n')
                return End(at, at + 1);
            else if (bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n')
                return End(at, at + 2);
            else if (bytes[at] == '\r' && at + 1 == bytes.Length && !isAll)
                return false;
            else
                ReadOutside(bytes[at]);
        }

        if (_place == Place.Quoted && isAll)
            Fault ??= "a quote is opened and never closed";
        return isAll && End(bytes.Length, bytes.Length);
    }

    private void Begin(int most)
    {
        if (_text.Length < most)
            _text = new byte[most];
        _ends.Clear();
        _used = 0;
        _place = Place.Start;
        Lines = 1;
        Fault = null;
    }

    private void ReadQuoted(byte next)
    {
        if (next == '"')
        {
            _place = Place.Closed;
            return;
        }

        if (next == '\n')
            Lines++;
        _text[_used++] = next;
    }

    private void ReadOutside(byte next)
    {
        switch (next)
        {
            case (byte)',':
                _ends.Add(_used);
                _place = Place.Start;
                return;
            case (byte)'"' when _place == Place.Start:
                _place = Place.Quoted;
                return;
            case (byte)'"' when _place == Place.Closed:
                _place = Place.Quoted;
                break;
            case (byte)'"':
                Fault ??= "a quote inside an unquoted field: put the field in quotes and write the quote twice";
                break;
            case (byte)'\r':
                Fault ??= "a carriage return that ends no line: put the field in quotes, or end lines with a line feed";
                break;
            default:
                if (_place == Place.Closed)
                    Fault ??= "text after a closing quote: a quote inside a quoted field is written twice";
                _place = Place.Plain;
                break;
        }

        _text[_used++] = next;
    }

    private bool End(int length, int consumed)
    {
        _ends.Add(_used);
        Length = length;
        Consumed = consumed;
        return true;
    }
}
