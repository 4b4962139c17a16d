using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Adds the table of steps to a GitHub Actions job summary, where there is one.</summary>
internal static class JobSummary
{
    private const string Variable = "GITHUB_STEP_SUMMARY";

    public static void Write(IDocumentRenderer renderer, PipelineSession session, int exitCode)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path || session.Reports.Count == 0)
            return;
        File.AppendAllText(path, renderer.Render("summary", Document(session, exitCode), CancellationToken.None));
    }

    private static SummaryDocument Document(PipelineSession session, int exitCode)
    {
        var models = session.Reports.GroupBy(report => report.Model).ToList();
        return new SummaryDocument(
            $"{models.Count(steps => ExitCodes.Of(steps) == ExitCodes.Passed)} of {models.Count} models passed",
            exitCode,
            session.Workspace,
            [
                .. models
                    .OrderBy(steps => ExitCodes.Of(steps) == ExitCodes.Passed)
                    .SelectMany(steps => steps)
                    .Select(report => new SummaryRow(
                        report.Model, report.Step, report.Skipped ? "skipped" : StatusNames.Of(report.Status), report.Reason)),
            ]);
    }
}
