using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Encoding;

/// <summary>A number as the nearest single-precision number; one beyond ±<see cref="Greatest"/> as that, a missing one as no value.</summary>
/// <param name="Name">The feature's header.</param>
internal sealed record NumericEncoding(string Name) : FeatureEncoding(Name)
{
    /// <summary>Far enough from the end of single precision that thresholds between two such numbers are finite.</summary>
    public const double Greatest = 1e38;

    public override int Width => 1;

    public override ColumnEncoder For(Column column, int first) => new Encoder((NumericColumn)column, first);

    private sealed class Encoder(NumericColumn column, int first) : ColumnEncoder
    {
        public override void Write(int start, EncodedRows rows, int feature)
        {
            var numbers = column.Values.Slice(start, rows.Rows);
            var entry = feature;
            foreach (var number in numbers)
            {
                rows.Columns[entry] = first;
                rows.Values[entry] = (float)Math.Clamp(number, -Greatest, Greatest);
                entry += rows.Features;
            }
        }
    }
}
