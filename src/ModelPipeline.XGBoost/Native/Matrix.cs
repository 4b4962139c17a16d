using ModelPipeline.XGBoost.Encoding;

namespace ModelPipeline.XGBoost.Native;

/// <summary>Encoded rows inside the library, for training and contributions.</summary>
internal sealed unsafe class Matrix : IDisposable
{
    private const string Config = """{"missing":NaN,"nthread":1}""";

    private Matrix(MatrixHandle handle) => Handle = handle;

    public MatrixHandle Handle { get; }

    /// <summary>Copies rows into the library.</summary>
    /// <exception cref="XGBoostException">The library refuses them.</exception>
    public static Matrix Of(EncodedRows rows) => rows.IsDense ? OfMatrix(rows) : OfSparse(rows);

    /// <summary>Sets one number a row.</summary>
    /// <param name="field"><c>label</c> or <c>weight</c>.</param>
    /// <param name="numbers">The numbers.</param>
    /// <exception cref="XGBoostException">The library refuses them.</exception>
    public void Set(string field, float[] numbers)
    {
        fixed (float* values = numbers)
            NativeCall.Check(NativeMethods.XGDMatrixSetInfoFromInterface(Handle, field, ArrayInterface.Of(values, numbers.Length)));
    }

    public void Dispose() => Handle.Dispose();

    private static Matrix OfMatrix(EncodedRows rows)
    {
        fixed (float* values = rows.Values)
        {
            NativeCall.Check(NativeMethods.XGDMatrixCreateFromDense(ArrayInterface.Of(values, rows.Rows, rows.Width), Config, out var handle));
            return new(handle);
        }
    }

    private static Matrix OfSparse(EncodedRows rows)
    {
        fixed (long* starts = rows.Starts)
        fixed (int* columns = rows.Columns)
        fixed (float* values = rows.Values)
        {
            NativeCall.Check(NativeMethods.XGDMatrixCreateFromCSR(
                ArrayInterface.Of(starts, rows.Rows + 1),
                ArrayInterface.Of(columns, rows.Entries),
                ArrayInterface.Of(values, rows.Entries),
                (ulong)rows.Width,
                Config,
                out var handle));
            return new(handle);
        }
    }
}
