using Microsoft.ML;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Rows;

/// <summary>The rows of a table as Microsoft.ML reads them, without a copy.</summary>
internal sealed class TableView(DataViewSchema schema, Column[] columns, Labels? labels, int rows, CancellationToken cancellation) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    /// <summary>The rows of a request, with their labels.</summary>
    public static TableView ForTraining(TrainingRequest request, string label, CancellationToken cancellation) => new(
        TableSchema.WithLabel(request.Signature, label),
        InputColumns.Of(request.Features, request.Signature.Inputs),
        request.Labels,
        request.Features.Rows,
        cancellation);

    public long? GetRowCount() => rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        var cursor = new TableCursor(schema, columnsNeeded, labels);
        cursor.Read(columns, 0, rows, cancellation);
        return cursor;
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
