using System.Runtime.InteropServices;
using ModelPipeline.BatchScoring;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Hosting;

/// <summary><c>score --input FILE --output FILE [--key COLUMN,...] [--columns all] [--bundle FOLDER]</c>: scores a file of rows.</summary>
internal static class ScoreVerb
{
    private static readonly string[] Names = ["--input", "--output", "--key", "--columns", "--bundle"];

    /// <summary>Runs the verb until the file is scored or a signal stops it.</summary>
    /// <param name="arguments">What follows <c>score</c>.</param>
    /// <param name="bundle">The bundle's folder where no argument names one.</param>
    /// <returns>0 where every row was scored, 2 for faulty arguments or rows, 1 where something broke, 130 after Ctrl+C or a termination signal.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, string bundle)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(arguments, bundle, Console.Out, Console.Error, stop.Token).ConfigureAwait(false);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <inheritdoc cref="RunAsync(IReadOnlyList{string}, string)"/>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, string bundle, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            var values = Read(arguments);
            var opened = ModelBundle.Open(values.GetValueOrDefault("--bundle", bundle));
            using var scorer = ScoredBundle.Load(opened, ScoringProgram.Engines);
            var options = Options(values);
            var result = await BatchScorer.ScoreAsync(opened, scorer, options, new WrittenProgress(errors), cancellation).ConfigureAwait(false);
            await output.WriteLineAsync(BatchSummary.Line(result, $"{opened.Manifest.Name} ({opened.Digest.Short})")).ConfigureAwait(false);
            foreach (var line in BatchSummary.Details(result, options.Output))
                await output.WriteLineAsync(line).ConfigureAwait(false);
            return ExitCodes.Passed;
        }
        catch (InputException fault)
        {
            await errors.WriteLineAsync(fault.Message).ConfigureAwait(false);
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("stopped: the same command goes on from here").ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{fault.Message} When that is mended, the same command goes on from here.").ConfigureAwait(false);
            return ExitCodes.Broken;
        }
    }

    private static BatchScoringOptions Options(Dictionary<string, string> values) => new()
    {
        Input = values["--input"],
        Output = values["--output"],
        Key = values.GetValueOrDefault("--key")?.Split(',', StringSplitOptions.TrimEntries) ?? [],
        AllColumns = values.GetValueOrDefault("--columns") == "all",
        Threads = Environment.ProcessorCount + 1,
    };

    /// <exception cref="InputException">The arguments are faulty; all faults at once.</exception>
    private static Dictionary<string, string> Read(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            var name = parts[0];
            var value = parts.Length == 2 ? parts[1] : i + 1 < arguments.Count ? arguments[++i] : "";
            if (!Names.Contains(name))
                faults.Add(NearestName.Unknown("argument", name, Names));
            else if (value.Length == 0)
                faults.Add($"{name} needs a value");
            else if (!values.TryAdd(name, value))
                faults.Add($"{name} is given twice");
        }

        faults.AddRange(Names[..2].Where(name => !values.ContainsKey(name)).Select(name => $"{name} is missing: score needs {name} FILE"));
        if (values.GetValueOrDefault("--columns") is { } columns && columns is not ("all" or "key"))
            faults.Add($"--columns takes key or all, not {QuotedText.Of(columns)}");
        if (values.GetValueOrDefault("--columns") == "all" && values.ContainsKey("--key"))
            faults.Add("--key says nothing beside --columns all: leave one of them out");
        return faults.Count == 0 ? values : throw new InputException(string.Join('\n', faults));
    }
}
