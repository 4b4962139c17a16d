namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Which cell of a <see cref="Row"/> each field of a file's records is.</summary>
internal sealed class FieldMap
{
    private readonly int[] _cells;

    private FieldMap(int[] cells, int keys)
    {
        _cells = cells;
        Fields = Array.FindLastIndex(cells, cell => cell >= 0) + 1;
        KeyFields = Array.FindLastIndex(cells, cell => cell >= 0 && cell < keys) + 1;
    }

    /// <summary>How many fields must be read to have a whole row.</summary>
    public int Fields { get; }

    /// <summary>How many fields must be read to have its key.</summary>
    public int KeyFields { get; }

    /// <summary>The cell that a field is, or -1.</summary>
    public int this[int field] => _cells[field];

    /// <summary>The map of a file.</summary>
    /// <param name="header">The file's columns.</param>
    /// <param name="columns">The columns of a row, those of the key first.</param>
    /// <param name="keys">How many columns a key has.</param>
    public static FieldMap Of(string[] header, string[] columns, int keys) => new(Array.ConvertAll(header, name => Array.IndexOf(columns, name)), keys);

    /// <summary>The map where every field is a cell.</summary>
    public static FieldMap All(int fields) => new([.. Enumerable.Range(0, fields)], keys: 0);
}
