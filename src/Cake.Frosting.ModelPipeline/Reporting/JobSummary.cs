using System.Text;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Reporting;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Adds the table of steps and what did not pass to the job summary of GitHub Actions.</summary>
internal static class JobSummary
{
    /// <summary>The most bytes that GitHub takes from one step; of a larger file it shows nothing.</summary>
    internal const int MostBytes = 1024 * 1024;

    private const string Notice = "**This is not all: it was too long. The whole is in `reports/report.md` in the run's workspace.**";

    /// <summary>Appends to the file what it has room for.</summary>
    public static void Append(string file, IDocumentRenderer renderer, RunReport report)
    {
        var written = File.Exists(file) ? (int)Math.Min(new FileInfo(file).Length, MostBytes) : 0;
        File.AppendAllText(file, MarkdownCut.To(renderer.Render("summary", Document(report), CancellationToken.None), MostBytes - written, Notice, Encoding.UTF8.GetByteCount));
    }

    private static SummaryDocument Document(RunReport report)
    {
        var models = report.Models.OrderBy(model => model.ExitCode == ExitCodes.Passed).ToList();
        return new SummaryDocument(
            report.Headline,
            report.ExitCode,
            report.Workspace,
            [
                .. models.SelectMany(model => model.Steps).Select(step => new SummaryRow(
                    step.Model, step.Step, step.Skipped ? "skipped" : StatusNames.Of(step.Status), step.Reason)),
            ])
        {
            Failing = [.. models.SelectMany(FailingRow.Of)],
        };
    }
}
