namespace ModelPipeline.XGBoost.Encoding;

/// <summary>Encodes the values of one column.</summary>
internal abstract class ColumnEncoder
{
    /// <summary>Writes the feature's entry of successive rows.</summary>
    /// <param name="start">The first row of the column.</param>
    /// <param name="rows">Takes the entries, from its first row on.</param>
    /// <param name="feature">The feature, from 0.</param>
    public abstract void Write(int start, EncodedRows rows, int feature);
}
