using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Adds the table of steps to a GitHub Actions job summary, where there is one.</summary>
internal static class JobSummary
{
    private const string Variable = "GITHUB_STEP_SUMMARY";

    public static void Write(IDocumentRenderer renderer, IReadOnlyList<StepReport> reports, int exitCode)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path || reports.Count == 0)
            return;
        File.AppendAllText(path, renderer.Render("summary", Document(reports, exitCode), CancellationToken.None));
    }

    private static SummaryDocument Document(IReadOnlyList<StepReport> reports, int exitCode) => new(
        exitCode == ExitCodes.Passed,
        exitCode,
        [
            .. reports.Select(report => new SummaryRow(
                report.Model, report.Step, report.Skipped ? "skipped" : StatusNames.Of(report.Status), report.Reason)),
        ]);
}
