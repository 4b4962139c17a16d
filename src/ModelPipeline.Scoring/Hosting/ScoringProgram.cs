using ModelPipeline.Linear;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>The program of the image: serves a model over HTTP.</summary>
internal static class ScoringProgram
{
    /// <summary>Every engine that the service can load.</summary>
    public static EngineCatalog Engines { get; } = new([new LinearEngine()]);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["score", .. var arguments])
            return await ScoreVerb.RunAsync(arguments, Environment.GetEnvironmentVariable("SCORING_BUNDLE") ?? "/model").ConfigureAwait(false);
        using var model = ServedModel.Open(args[0], Engines);
        await using var app = ScoringApp.Build(model, "http://127.0.0.1:8080");
        await app.RunAsync().ConfigureAwait(false);
        return 0;
    }
}
