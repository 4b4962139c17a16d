using Spectre.Console;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Writes what is told as lines of the console.</summary>
internal sealed class ConsoleLines(IAnsiConsole console) : IProgress<string>
{
    public void Report(string value) => console.Profile.Out.Writer.WriteLine($"    {ConsoleText.Of(value)}");
}
