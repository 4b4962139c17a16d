using System.Globalization;

namespace ModelPipeline.Benchmarking;

/// <summary>A kind of thing that is compared.</summary>
/// <param name="Name">The check's name.</param>
/// <param name="Subject">What it is called in sentences.</param>
/// <param name="Unit">The unit in sentences, for example <c>ns a row</c>.</param>
/// <param name="Suffix">The unit in the names of measures, for example <c>ns</c>.</param>
/// <param name="Repetition">What a repetition of it is called, in the plural.</param>
/// <param name="Floor">A difference that matters to nobody, in the unit; default 0.</param>
internal sealed record Quantity(string Name, string Subject, string Unit, string Suffix, string Repetition, double Floor = 0)
{
    public static Quantity Latency { get; } = new("latency", "scoring one row", "ns a row", "ns", "restarts");

    public static Quantity Batch { get; } = new("batch", "scoring a batch", "ns a row", "ns", "restarts");

    /// <summary>A training that takes 50 ms longer costs nobody anything, and below that the runtime's own work decides.</summary>
    public static Quantity Train { get; } = new("train", "training", "ms", "ms", "rounds", Floor: 50);

    /// <summary>Below 4 MB the runtime's own memory decides.</summary>
    public static Quantity Memory { get; } = new("memory", "the peak of the memory", "MB", "mb", "restarts", Floor: 4);

    public static Quantity Allocated { get; } = new("allocated", "scoring one row allocates", "bytes", "bytes", "");

    public static Quantity Size { get; } = new("size", "the bundle", "bytes", "bytes", "");

    /// <summary>An amount with its unit.</summary>
    public string Text(double amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.ToString(Math.Abs(amount) < 100 ? "0.##" : "N0", CultureInfo.InvariantCulture)} {Unit}");
}
