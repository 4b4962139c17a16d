using Cake.Core;
using Cake.Core.Diagnostics;
using Spectre.Console;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Prints a line before each task. Cake's table of durations is left out: the table of verdicts ends the run.</summary>
internal sealed class StepHeadings(IAnsiConsole console) : ICakeReportPrinter
{
    public void Write(CakeReport report)
    {
    }

    public void WriteStep(string name, Verbosity verbosity) => Heading(name, verbosity, Verbosity.Normal);

    public void WriteLifeCycleStep(string name, Verbosity verbosity) => Heading(name, verbosity, Verbosity.Verbose);

    public void WriteSkippedStep(string name, Verbosity verbosity) => Heading(name, verbosity, Verbosity.Verbose);

    private void Heading(string name, Verbosity verbosity, Verbosity least)
    {
        if (verbosity < least)
            return;
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(name)}[/]");
    }
}
