using System.Globalization;
using CsvHelper;
using ModelPipeline.LoadTesting.Sending;

namespace ModelPipeline.LoadTesting;

/// <summary>The loads of a test as CSV, one a line.</summary>
internal static class LoadTable
{
    private static readonly string[] Header =
        ["step", "rate_due", "rate_sent", "rate_answered", "p50_ms", "p90_ms", "p99_ms", "p999_ms", "max_ms", "requests", "errors", "missed", "send_lag_p99_ms"];

    /// <summary>Writes it; what is not known is empty.</summary>
    /// <param name="steps">The loads, in the order to show.</param>
    public static byte[] Write(IReadOnlyList<LoadStep> steps)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteHeader(Header);
            foreach (var step in steps)
            {
                csv.WriteField(step.Name);
                foreach (var number in Numbers(step.Reading))
                    csv.WriteField(double.IsFinite(number) ? Math.Round(number, 3).ToString(CultureInfo.InvariantCulture) : "");
                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    private static double[] Numbers(LoadReading reading) =>
    [
        reading.DueRate, reading.SentRate, reading.AnsweredRate,
        reading.Latency.PercentileMs(0.5), reading.Latency.PercentileMs(0.9), reading.Latency.PercentileMs(0.99), reading.Latency.PercentileMs(0.999), reading.Latency.MaxMs,
        reading.Due, reading.Errors, reading.Missed, reading.Lag.PercentileMs(0.99),
    ];
}
