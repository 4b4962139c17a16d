using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using Spectre.Console;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>The last thing a run prints: models and steps with status and reason.</summary>
internal static class SummaryTable
{
    private const int NarrowestTable = 60;

    public static void Write(IAnsiConsole console, IReadOnlyList<StepReport> reports, string workspace)
    {
        if (console.Profile.Width < NarrowestTable)
        {
            foreach (var report in reports)
                console.Profile.Out.Writer.WriteLine(ConsoleText.Of($"{report.Model} {report.Step} {(report.Skipped ? "skipped" : StatusNames.Of(report.Status))}: {FirstLine(report.Reason)}"));
            return;
        }

        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        table.AddColumn(new TableColumn("Model").NoWrap());
        table.AddColumn(new TableColumn("Step").NoWrap());
        table.AddColumn(new TableColumn("Status").NoWrap());
        table.AddColumn("Reason");
        foreach (var group in reports.GroupBy(report => report.Model))
        {
            var model = group.Key;
            foreach (var report in group)
            {
                table.AddRow(Markup.Escape(model), report.Step, StatusMarkup.Of(report), Markup.Escape(FirstLine(report.Reason)));
                model = "";
            }
        }

        if (reports.Any(report => report.Skipped))
            console.Profile.Out.Writer.WriteLine("Skipped: the same data, spec, baseline and tool as when the step passed.");
        console.Write(table);
        if (workspace.Length > 0)
            console.Profile.Out.Writer.WriteLine($"Cards, evidence and bundles: {ConsoleText.Of(workspace)}");
    }

    private static string FirstLine(string reason)
    {
        var lines = reason.Split('\n');
        return ConsoleText.Of(lines[0], 400) + (lines.Length > 1 ? $" (and {lines.Length - 1} more, see above)" : "");
    }
}
