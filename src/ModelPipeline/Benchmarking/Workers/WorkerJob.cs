using System.Globalization;

namespace ModelPipeline.Benchmarking.Workers;

/// <summary>What a worker is started for.</summary>
/// <param name="Engine">The engine that loads the bundle.</param>
/// <param name="Bundle">The bundle's folder.</param>
/// <param name="Rows">The file of the rows to score.</param>
/// <param name="SlowDown">By which share every block is made slower. For measuring what the benchmark finds; 0 otherwise.</param>
internal sealed record WorkerJob(string Engine, string Bundle, string Rows, double SlowDown = 0)
{
    /// <summary>The protocol's name and version.</summary>
    public const string Protocol = "modelpipeline-worker/1";

    /// <summary>The job as arguments of a command line.</summary>
    public IReadOnlyList<string> Arguments => [Protocol, Engine, Bundle, Rows, SlowDown.ToString("R", CultureInfo.InvariantCulture)];

    /// <summary>Reads a command line; <see langword="null"/> where it is none of this protocol.</summary>
    public static WorkerJob? Of(IReadOnlyList<string> arguments) =>
        arguments is [Protocol, var engine, var bundle, var rows, var share]
        && double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var slowDown)
            ? new(engine, bundle, rows, slowDown)
            : null;
}
