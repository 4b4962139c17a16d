namespace ModelPipeline.Training;

/// <summary>A worker's job of loading one bundle and scoring its golden rows. What is wrong it says on its standard output.</summary>
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
    public const int LongestAnswer = 2000;

    private const string Protocol = "modelpipeline-load/1";

    /// <summary>The job as arguments of a command line.</summary>
    public IReadOnlyList<string> Arguments => [Protocol, Bundle];

    /// <summary>Reads a command line; <see langword="null"/> where it is none of this job.</summary>
    public static LoadJob? Of(IReadOnlyList<string> arguments) => arguments is [Protocol, var bundle] ? new(bundle) : null;

    /// <summary>Does the job.</summary>
    /// <returns>The exit code.</returns>
    public int Run(EngineCatalog engines, TextWriter output)
    {
        try
        {
            var bundle = ModelBundle.Open(Bundle);
            using var scorer = engines.Load(bundle);
            scorer.Score(GoldenRows.Read(Bundle, bundle.Manifest.Signature).Rows, CancellationToken.None);
            return Loaded;
        }
        catch (Exception fault)
        {
            output.Write(QuotedText.Escape(fault.Message, LongestAnswer));
            return fault is InputException ? Lacking : Refused;
        }
    }
}
