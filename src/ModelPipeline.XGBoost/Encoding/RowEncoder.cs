using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Encoding;

/// <summary>Encodes the rows of a table, any part of them at a time. Safe to use from several threads.</summary>
internal sealed class RowEncoder
{
    private readonly ColumnEncoder[] _columns;
    private readonly int _width;

    /// <param name="encodings">How each feature is encoded.</param>
    /// <param name="columns">The column of each feature.</param>
    public RowEncoder(IReadOnlyList<FeatureEncoding> encodings, IReadOnlyList<Column> columns)
    {
        _columns = new ColumnEncoder[columns.Count];
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = encodings[i].For(columns[i], _width);
            _width += encodings[i].Width;
        }
    }

    /// <summary>Encodes successive rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows.</param>
    public EncodedRows Encode(int start, int count)
    {
        var rows = EncodedRows.For(count, _columns.Length, _width);
        for (var feature = 0; feature < _columns.Length; feature++)
            _columns[feature].Write(start, rows, feature);
        return rows;
    }
}
