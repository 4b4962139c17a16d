using System.Globalization;
using ModelPipeline.Runs;
using Spectre.Console;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Shows the steps on the console: one line a step, and on a terminal a line that changes while it works.</summary>
internal sealed class ConsoleReporter(IAnsiConsole console, TimeProvider clock) : IStepReporter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly bool _isTerminal = console.Profile.Capabilities is { Ansi: true, Interactive: true } && console.Profile.Out.IsTerminal;
    private long _begun;
    private long _lastLine;

    /// <summary>Whether each line names its step, because no heading above does.</summary>
    public bool NamesSteps { get; set; }

    public void Started(string model, string step)
    {
        _begun = _lastLine = clock.GetTimestamp();
        if (_isTerminal)
            Transient($"  {model}  …");
    }

    public void Progress(string model, string step, string text)
    {
        if (_isTerminal)
        {
            Transient($"  {model}  {text} …");
        }
        else if (clock.GetElapsedTime(_lastLine) >= Patience)
        {
            Line($"  {model}  {text} …");
            _lastLine = clock.GetTimestamp();
        }
    }

    public void Finished(StepReport report)
    {
        Clear();
        var took = report.Skipped ? "" : string.Create(CultureInfo.InvariantCulture, $" ({clock.GetElapsedTime(_begun).TotalSeconds:0.0} s)");
        console.Markup($"  {Markup.Escape(NamesSteps ? $"{report.Model} {report.Step}" : report.Model)}  {StatusMarkup.Of(report)}{took}");
        console.WriteLine();
        foreach (var line in report.Reason.Split('\n'))
            Line("    " + line);
    }

    public void Broke(string model, string step, Exception fault)
    {
        if (fault is IOException or UnauthorizedAccessException or InvalidDataException)
            return;
        Clear();
        Line($"  {model}  {step} broke on something unforeseen; please report it with these lines:");
        foreach (var line in fault.ToString().Split('\n'))
            Line("    " + line.TrimEnd());
    }

    public void Waiting(string workspace) => Line($"  another run is using '{workspace}': waiting for it to end …");

    private void Line(string text) => console.Profile.Out.Writer.WriteLine(ConsoleText.Of(text));

    private void Transient(string text)
    {
        Clear();
        console.Profile.Out.Writer.Write(ConsoleText.Of(text, Math.Max(10, console.Profile.Width - 2)));
        console.Profile.Out.Writer.Flush();
    }

    private void Clear()
    {
        if (_isTerminal)
            console.Profile.Out.Writer.Write("\r\e[2K");
    }
}
