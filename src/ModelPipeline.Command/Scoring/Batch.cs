using ModelPipeline.Command.Exchange;
using ModelPipeline.Data;

namespace ModelPipeline.Command.Scoring;

/// <summary>Successive rows of some columns.</summary>
/// <param name="Columns">The model's inputs, in their order.</param>
/// <param name="First">The first row.</param>
/// <param name="Rows">How many there are.</param>
internal sealed record Batch(Column[] Columns, int First, int Rows)
{
    public void Write(Stream stream, CancellationToken cancellation) => RowsCsv.Write(stream, Columns, First, Rows, cancellation);
}
