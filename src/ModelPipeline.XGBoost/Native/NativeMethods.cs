using System.Runtime.InteropServices;

namespace ModelPipeline.XGBoost.Native;

/// <summary>The functions of libxgboost's C API that the engine uses. Each returns 0, or another number where <see cref="XGBGetLastError"/> says what is wrong.</summary>
internal static unsafe partial class NativeMethods
{
    /// <summary>What <see cref="XGBoostLibrary"/> answers with the library that it found.</summary>
    public const string Library = "xgboost";

    [LibraryImport(Library)]
    public static partial byte* XGBGetLastError();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBSetGlobalConfig(string json);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixCreateFromCSR(string starts, string columns, string values, ulong width, string config, out MatrixHandle matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixCreateFromDense(string values, string config, out MatrixHandle matrix);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGDMatrixSetInfoFromInterface(MatrixHandle matrix, string field, string values);

    [LibraryImport(Library)]
    public static partial int XGDMatrixFree(nint matrix);

    [LibraryImport(Library)]
    public static partial int XGBoosterCreate(nint* matrices, ulong count, out BoosterHandle booster);

    [LibraryImport(Library)]
    public static partial int XGBoosterFree(nint booster);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSetParam(BoosterHandle booster, string name, string value);

    [LibraryImport(Library)]
    public static partial int XGBoosterUpdateOneIter(BoosterHandle booster, int round, MatrixHandle rows);

    [LibraryImport(Library)]
    public static partial int XGBoosterEvalOneIter(BoosterHandle booster, int round, nint* matrices, byte** names, ulong count, out byte* text);

    [LibraryImport(Library)]
    public static partial int XGBoosterSlice(BoosterHandle booster, int begin, int end, int step, out BoosterHandle slice);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterSaveModelToBuffer(BoosterHandle booster, string config, out ulong length, out byte* bytes);

    [LibraryImport(Library)]
    public static partial int XGBoosterLoadModelFromBuffer(BoosterHandle booster, byte* bytes, ulong length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterPredictFromCSR(
        BoosterHandle booster, string starts, string columns, string values, ulong width, string config, nint proxy, out ulong* shape, out ulong dimensions, out float* predictions);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterPredictFromDense(
        BoosterHandle booster, string values, string config, nint proxy, out ulong* shape, out ulong dimensions, out float* predictions);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int XGBoosterPredictFromDMatrix(
        BoosterHandle booster, MatrixHandle rows, string config, out ulong* shape, out ulong dimensions, out float* predictions);
}
