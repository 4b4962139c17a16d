using System.Globalization;

namespace ModelPipeline.XGBoost.Native;

/// <summary>Tells the library where an array is, in NumPy's array interface protocol, version 3. The array has to stay where it is while the library reads it.</summary>
internal static unsafe class ArrayInterface
{
    public static string Of(long* values, int count) => Of((nint)values, count, "<i8");

    public static string Of(int* values, int count) => Of((nint)values, count, "<i4");

    public static string Of(float* values, int count) => Of((nint)values, count, "<f4");

    /// <summary>A matrix, row after row.</summary>
    public static string Of(float* values, int rows, int columns) => Of((nint)values, $"{Text(rows)},{Text(columns)}", "<f4");

    private static string Of(nint address, int count, string type) => Of(address, Text(count), type);

    private static string Of(nint address, string shape, string type) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"data":[{{address}},true],"shape":[{{shape}}],"typestr":"{{type}}","version":3}""");

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
