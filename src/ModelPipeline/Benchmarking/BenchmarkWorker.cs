using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Training;

namespace ModelPipeline.Benchmarking;

/// <summary>The host as a worker: it loads one bundle, and in a benchmark scores rows when it is told to.</summary>
public static class BenchmarkWorker
{
    /// <summary>The first argument of a host that is to be a worker.</summary>
    public const string Verb = "worker";

    /// <summary>Works until the job is done, a benchmark's until the standard input ends.</summary>
    /// <param name="arguments">What follows <see cref="Verb"/>.</param>
    /// <param name="engines">The host's engines.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>The exit code: 0 when all was answered, 1 when something could not be, 2 where the arguments are not those of a worker.</returns>
    public static int Run(IReadOnlyList<string> arguments, EngineCatalog engines, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(engines);
        if (LoadJob.Of(arguments) is not null)
            LoadJob.EndWithHost();
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new StreamWriter(Console.OpenStandardOutput());
        Console.SetOut(Console.Error); // an engine that prints must not speak for the worker
        return Run(arguments, engines, clock, input, output, Console.Error);
    }

    internal static int Run(IReadOnlyList<string> arguments, EngineCatalog engines, TimeProvider clock, TextReader input, TextWriter output, TextWriter errors)
    {
        if (LoadJob.Of(arguments) is { } load)
            return load.Run(engines, output);
        if (WorkerJob.Of(arguments) is not { } job)
        {
            errors.WriteLine($"'{Verb}' is for the target BenchmarkTest, which starts it to score rows beside another: it is of no use by hand.");
            return Runs.ExitCodes.BadInput;
        }

        try
        {
            using var loop = new WorkerLoop(job, engines[job.Engine], clock);
            loop.Run(input, output);
            return Runs.ExitCodes.Passed;
        }
        catch (Exception fault)
        {
            output.Write($"fault {fault.GetType().Name}: {QuotedText.Escape(fault.Message, 400)}\n");
            return Runs.ExitCodes.Broken;
        }
    }
}
