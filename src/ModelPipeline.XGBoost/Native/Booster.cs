using System.Globalization;
using System.Runtime.InteropServices;
using ModelPipeline.XGBoost.Encoding;

namespace ModelPipeline.XGBoost.Native;

/// <summary>A model inside the library.</summary>
internal sealed unsafe class Booster : IDisposable
{
    private const string Quiet = """{"verbosity":0}""";
    private const string Json = """{"format":"json"}""";
    private const string Margins = """{"type":1,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":true,"missing":NaN,"cache_id":0}""";
    private const string Contributions = """{"type":2,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":true}""";

    private readonly BoosterHandle _handle;

    private Booster(BoosterHandle handle) => _handle = handle;

    /// <summary>A model that is to be trained.</summary>
    /// <param name="parameters">The library's parameters, by its names.</param>
    /// <param name="matrices">Every matrix that it will be trained or evaluated on.</param>
    /// <exception cref="XGBoostException">The library refuses them.</exception>
    public static Booster Create(IEnumerable<KeyValuePair<string, string>> parameters, params ReadOnlySpan<Matrix> matrices)
    {
        NativeCall.Check(NativeMethods.XGBSetGlobalConfig(Quiet));
        var handles = stackalloc nint[matrices.Length];
        for (var i = 0; i < matrices.Length; i++)
            handles[i] = matrices[i].Handle.DangerousGetHandle();
        NativeCall.Check(NativeMethods.XGBoosterCreate(handles, (ulong)matrices.Length, out var handle));
        foreach (var matrix in matrices)
            GC.KeepAlive(matrix);
        var booster = new Booster(handle);
        foreach (var (name, value) in parameters)
            NativeCall.Check(NativeMethods.XGBoosterSetParam(handle, name, value));
        return booster;
    }

    /// <summary>A model that was saved, for scoring in the threads that ask for it.</summary>
    /// <exception cref="XGBoostException">It cannot be loaded.</exception>
    public static Booster Load(ReadOnlySpan<byte> model)
    {
        var booster = Create([]);
        fixed (byte* bytes = model)
            NativeCall.Check(NativeMethods.XGBoosterLoadModelFromBuffer(booster._handle, bytes, (ulong)model.Length));
        NativeCall.Check(NativeMethods.XGBoosterSetParam(booster._handle, "nthread", "1"));
        return booster;
    }

    /// <summary>Adds a round of trees.</summary>
    /// <exception cref="XGBoostException">The library refuses.</exception>
    public void Update(int round, Matrix rows) => NativeCall.Check(NativeMethods.XGBoosterUpdateOneIter(_handle, round, rows.Handle));

    /// <summary>The metric of the trees so far.</summary>
    /// <exception cref="XGBoostException">The library refuses.</exception>
    public double Evaluate(int round, Matrix rows)
    {
        var matrix = rows.Handle.DangerousGetHandle();
        fixed (byte* name = "rows"u8)
        {
            var names = name;
            NativeCall.Check(NativeMethods.XGBoosterEvalOneIter(_handle, round, &matrix, &names, 1, out var text));
            GC.KeepAlive(rows);
            var line = Marshal.PtrToStringUTF8((nint)text)!;
            return double.Parse(line.AsSpan(line.LastIndexOf(':') + 1), NumberStyles.Float, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The model's first rounds as a model of its own.</summary>
    /// <exception cref="XGBoostException">The library refuses.</exception>
    public Booster First(int rounds)
    {
        NativeCall.Check(NativeMethods.XGBoosterSlice(_handle, 0, rounds, 1, out var slice));
        return new(slice);
    }

    /// <summary>The model as JSON.</summary>
    /// <exception cref="XGBoostException">The library refuses.</exception>
    public byte[] Save()
    {
        NativeCall.Check(NativeMethods.XGBoosterSaveModelToBuffer(_handle, Json, out var length, out var bytes));
        return new ReadOnlySpan<byte>(bytes, checked((int)length)).ToArray();
    }

    /// <summary>The sums of the leaves of each row, one an output, row after row. Safe from several threads.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="margins">Takes them.</param>
    /// <exception cref="XGBoostException">The library refuses.</exception>
    /// <remarks>The library walks a tree with many rows of a matrix at once, with sparse rows one by one.</remarks>
    public void Predict(EncodedRows rows, Span<double> margins)
    {
        if (rows.IsDense)
            PredictMatrix(rows, margins);
        else
            PredictSparse(rows, margins);
    }

    /// <summary>What each column adds to the sums of each row: an output after the other, in each a column after the other, then the base.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="contributions">Takes them.</param>
    /// <exception cref="XGBoostException">The library refuses.</exception>
    public void Contribute(EncodedRows rows, Span<double> contributions)
    {
        using var matrix = Matrix.Of(rows);
        NativeCall.Check(NativeMethods.XGBoosterPredictFromDMatrix(_handle, matrix.Handle, Contributions, out var shape, out var dimensions, out var predictions));
        Copy(predictions, shape, dimensions, contributions);
    }

    public void Dispose() => _handle.Dispose();

    private void PredictMatrix(EncodedRows rows, Span<double> margins)
    {
        fixed (float* values = rows.Values)
        {
            NativeCall.Check(NativeMethods.XGBoosterPredictFromDense(
                _handle, ArrayInterface.Of(values, rows.Rows, rows.Width), Margins, 0, out var shape, out var dimensions, out var predictions));
            Copy(predictions, shape, dimensions, margins);
        }
    }

    private void PredictSparse(EncodedRows rows, Span<double> margins)
    {
        fixed (long* starts = rows.Starts)
        fixed (int* columns = rows.Columns)
        fixed (float* values = rows.Values)
        {
            NativeCall.Check(NativeMethods.XGBoosterPredictFromCSR(
                _handle,
                ArrayInterface.Of(starts, rows.Rows + 1),
                ArrayInterface.Of(columns, rows.Entries),
                ArrayInterface.Of(values, rows.Entries),
                (ulong)rows.Width,
                Margins,
                0,
                out var shape,
                out var dimensions,
                out var predictions));
            Copy(predictions, shape, dimensions, margins);
        }
    }

    private static void Copy(float* source, ulong* shape, ulong dimensions, Span<double> target)
    {
        var count = 1UL;
        for (var i = 0UL; i < dimensions; i++)
            count *= shape[i];
        if (count != (ulong)target.Length)
            throw new XGBoostException(string.Create(CultureInfo.InvariantCulture, $"the model gives {count} numbers where {target.Length} are expected"));
        for (var i = 0; i < target.Length; i++)
            target[i] = source[i];
    }
}
