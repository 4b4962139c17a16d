using System.Diagnostics;

namespace ModelPipeline.Training;

/// <summary>A worker's job of loading one bundle and scoring its golden rows. Its verdict it says on its standard output, and in its exit code.</summary>
/// <param name="Bundle">The bundle's folder.</param>
internal sealed record LoadJob(string Bundle)
{
    /// <summary>The exit code where the bundle can be loaded.</summary>
    public const int Loaded = 0;

    /// <summary>The exit code where it cannot.</summary>
    public const int Refused = 1;

    /// <summary>The exit code where something else that the engine needs is not there.</summary>
    public const int Lacking = 2;

    /// <summary>How many characters the answer has at most.</summary>
    public const int LongestAnswer = LongestReason + 100;

    private const int LongestReason = 2000;
    private const string Protocol = "modelpipeline-load/2";
    private const string RefusedAnswer = $"{Protocol} refused ";
    private const string LackingAnswer = $"{Protocol} lacking ";

    /// <summary>The job as arguments of a command line.</summary>
    public IReadOnlyList<string> Arguments => [Protocol, Bundle];

    /// <summary>Reads a command line; <see langword="null"/> where it is none of this job.</summary>
    public static LoadJob? Of(IReadOnlyList<string> arguments) => arguments is [Protocol, var bundle] ? new(bundle) : null;

    /// <summary>What is said where a bundle can be loaded.</summary>
    public static string LoadedAnswer(Digest bundle) => $"{Protocol} loaded {bundle}";

    /// <summary>The reason in an answer with an exit code; <see langword="null"/> where it is no such answer.</summary>
    public static string? ReasonIn(string answer, int exitCode)
    {
        var verdict = exitCode switch { Refused => RefusedAnswer, Lacking => LackingAnswer, _ => Protocol };
        var start = answer.IndexOf(verdict, StringComparison.Ordinal);
        return start < 0 || answer.Length == start + verdict.Length ? null : answer[(start + verdict.Length)..];
    }

    /// <summary>Ends this process with the host that started it, whose end of the standard input closes then: a library that hangs would stay for ever.</summary>
    public static void EndWithHost()
    {
        var watcher = new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
                // The host sends nothing.
            }

            using var self = Process.GetCurrentProcess();
            self.Kill();
        }) { IsBackground = true };
        watcher.Start();
    }

    /// <summary>Does the job.</summary>
    /// <returns>The exit code.</returns>
    public int Run(EngineCatalog engines, TextWriter output)
    {
        try
        {
            var bundle = ModelBundle.Open(Bundle);
            using var scorer = engines.Load(bundle);
            scorer.Score(GoldenRows.Read(Bundle, bundle.Manifest.Signature).Rows, CancellationToken.None);
            output.Write(LoadedAnswer(bundle.Digest));
            return Loaded;
        }
        catch (Exception fault)
        {
            var lacking = fault is InputException;
            output.Write((lacking ? LackingAnswer : RefusedAnswer) + QuotedText.Escape(fault.Message, LongestReason));
            return lacking ? Lacking : Refused;
        }
    }
}
