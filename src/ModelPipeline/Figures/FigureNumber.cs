using System.Globalization;

namespace ModelPipeline.Figures;

/// <summary>Numbers beside dots and bars: three digits that count, invariant.</summary>
internal static class FigureNumber
{
    private const double Least = 1e-4;
    private const double Greatest = 1e7;

    /// <summary>A number, for example <c>0.0123</c>, <c>1,234</c>, <c>1.2e-7</c>; a dash where it is not finite.</summary>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
            return "–";
        if (value == 0)
            return "0";
        var size = Math.Abs(value);
        if (size is < Least or >= Greatest)
            return value.ToString("0.##e+0", CultureInfo.InvariantCulture);
        var decimals = Math.Max(2 - (int)Math.Floor(Math.Log10(size)), 0);
        return value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>A number of rows, for example <c>1,131 rows</c>.</summary>
    public static string Rows(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows:N0} {(rows == 1 ? "row" : "rows")}");
}
