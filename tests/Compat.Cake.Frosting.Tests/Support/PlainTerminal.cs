using Spectre.Console;

namespace Cake.Frosting.Tests.Support;

internal static class PlainTerminal
{
    public static IAnsiConsole On(TextWriter writer)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        terminal.Profile.Width = 120;
        return terminal;
    }
}
