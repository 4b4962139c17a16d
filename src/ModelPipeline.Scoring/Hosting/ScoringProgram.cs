using System.Collections;
using System.Net.Sockets;
using ModelPipeline.Command;
using ModelPipeline.Linear;
#if MLNET
using ModelPipeline.MLNet;
#endif
using ModelPipeline.Runs;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Training;
using ModelPipeline.XGBoost;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>The program of the image: serves a model over HTTP.</summary>
internal static class ScoringProgram
{
    private static readonly string[] Verbs = ["serve", "score", "health"];

    /// <summary>Every engine that the service can load.</summary>
    public static EngineCatalog Engines { get; } = new(
    [
        new CommandEngine(TimeProvider.System),
        new LinearEngine(),
        new XGBoostEngine(),
#if MLNET
        new MLNetEngine(),
#endif
    ]);

    /// <summary>Runs a command line.</summary>
    /// <returns>0 where all went well, 1 where it failed, 2 where an argument, a variable or the bundle is at fault.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args is ["--help" or "-h", ..] ? await HelpAsync().ConfigureAwait(false) : await RunVerbAsync(args).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is InputException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            return ExitCodes.BadInput;
        }
        catch (Exception fault) when (fault is SocketException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            return ExitCodes.Broken;
        }
    }

    private static Task<int> RunVerbAsync(string[] args)
    {
        var (verb, rest) = args is [var first, .. var others] && !first.StartsWith("--", StringComparison.Ordinal) ? (first, others) : ("serve", args);
        return verb switch
        {
            "serve" => ServeVerb.RunAsync(OptionReader.Read(rest, Variables()), TimeProvider.System),
            "score" => ScoreVerb.RunAsync(rest, OptionReader.Read([], Variables()).Bundle),
            "health" => HealthVerb.RunAsync(OptionReader.Read(rest, Variables())),
            _ => throw new InputException(NearestName.Unknown("verb", verb, Verbs)),
        };
    }

    private static async Task<int> HelpAsync()
    {
        await Console.Out.WriteAsync($"ModelPipeline.Scoring [{string.Join('|', Verbs)}] [options]\n{ServiceOptions.Help()}").ConfigureAwait(false);
        return ExitCodes.Passed;
    }

    private static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
}
