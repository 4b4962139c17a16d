using ModelPipeline.Evidence;

namespace ModelPipeline.Runs;

/// <summary>What the process tells its caller.</summary>
public static class ExitCodes
{
    /// <summary>Everything passed.</summary>
    public const int Passed = 0;

    /// <summary>A step broke: a tool, the network, a bug, or an inconclusive measurement.</summary>
    public const int Broken = 1;

    /// <summary>An argument, a spec or data is at fault.</summary>
    public const int BadInput = 2;

    /// <summary>A gate failed: the model is not good enough.</summary>
    public const int GateFailed = 3;

    /// <summary>The release waits for approval.</summary>
    public const int Pending = 4;

    /// <summary>Stopped by Ctrl+C or a termination signal, as shells number it.</summary>
    public const int Interrupted = 130;

    /// <summary>The code of a run: that of the first of bad input, broken, gate failed, pending that occurred.</summary>
    /// <param name="reports">What became of each step.</param>
    public static int Of(IEnumerable<StepReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var all = Settled([.. reports]);
        if (all.Any(report => report.IsInputFault))
            return BadInput;
        if (all.Any(report => report.Status is Status.Error or Status.NotRun))
            return Broken;
        if (all.Any(report => report.Status == Status.Failed))
            return GateFailed;
        return all.Any(report => report.Status == Status.Pending) ? Pending : Passed;
    }

    /// <summary>Without what is undecided of a model that failed elsewhere: nothing that it could say would make the model pass.</summary>
    private static IReadOnlyList<StepReport> Settled(IReadOnlyList<StepReport> reports)
    {
        var failed = reports.Where(report => report.Status == Status.Failed).Select(report => report.Model).ToHashSet(StringComparer.Ordinal);
        return [.. reports.Where(report => !report.IsUndecided || !failed.Contains(report.Model))];
    }
}
