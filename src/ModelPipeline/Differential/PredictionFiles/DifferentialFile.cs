using System.Buffers;
using System.Text;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Writes <c>differential.csv</c>: what became of a row, its key, and every compared cell as it was and as it is.</summary>
internal sealed class DifferentialFile
{
    private const int Chunk = 1 << 16;

    private static readonly SearchValues<byte> NeedQuotes = SearchValues.Create(",\"\r\n"u8);
    private static readonly SearchValues<byte> BeginFormula = SearchValues.Create("=+-@\t\r"u8);

    private readonly Stream _stream;
    private readonly ColumnLayout _layout;
    private readonly ArrayBufferWriter<byte> _lines = new(2 * Chunk);

    /// <summary>Writes the header.</summary>
    public DifferentialFile(Stream stream, ColumnLayout layout)
    {
        _stream = stream;
        _layout = layout;
        _lines.Write("change"u8);
        foreach (var name in layout.Key)
            WriteCell(Encoding.UTF8.GetBytes(name));
        foreach (var name in layout.Compared)
        {
            WriteCell(Encoding.UTF8.GetBytes("old:" + name));
            WriteCell(Encoding.UTF8.GetBytes("new:" + name));
        }

        _lines.Write("\n"u8);
    }

    /// <summary>Writes a row; cells of a side where it is absent stay empty.</summary>
    public void Write(RowChange change, Row? old, Row? @new)
    {
        _lines.Write(change switch
        {
            RowChange.Changed => "changed"u8,
            RowChange.OnlyInOld => "only in old"u8,
            _ => "only in new"u8,
        });
        for (var cell = 0; cell < _layout.Key.Count; cell++)
            WriteCell((old ?? @new)![cell]);
        for (var cell = _layout.Key.Count; cell < _layout.Key.Count + _layout.Compared.Count; cell++)
        {
            WriteCell(old is null ? [] : old[cell]);
            WriteCell(@new is null ? [] : @new[cell]);
        }

        _lines.Write("\n"u8);
        if (_lines.WrittenCount >= Chunk)
            Flush();
    }

    /// <summary>Hands what is left to the stream.</summary>
    public void Flush()
    {
        _stream.Write(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
    }

    /// <summary>Writes a comma and a cell: a text that a spreadsheet would take for a formula gets an apostrophe, numbers stay.</summary>
    private void WriteCell(ReadOnlySpan<byte> cell)
    {
        var isFormula = !cell.IsEmpty && BeginFormula.Contains(cell[0]) && CellValue.Of(cell).Number is null;
        var isQuoted = cell.ContainsAny(NeedQuotes);
        var room = _lines.GetSpan((2 * cell.Length) + 4);
        var used = 0;
        room[used++] = (byte)',';
        if (isQuoted)
            room[used++] = (byte)'"';
        if (isFormula)
            room[used++] = (byte)'\'';
        foreach (var next in cell)
        {
            if (next == '"')
                room[used++] = (byte)'"';
            room[used++] = next;
        }

        if (isQuoted)
            room[used++] = (byte)'"';
        _lines.Advance(used);
    }
}
