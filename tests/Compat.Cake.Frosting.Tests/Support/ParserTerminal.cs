using Cake.Frosting.Tests.Support;
using Spectre.Console;

[assembly: AssemblyFixture(typeof(ParserTerminal))]

namespace Cake.Frosting.Tests.Support;

/// <summary>
/// Records what the parser of the command line says. The parser takes the terminal of the process once, when it is first
/// needed, so the terminal is replaced before any test runs.
/// </summary>
public sealed class ParserTerminal : IDisposable
{
    private readonly IAnsiConsole _replaced = AnsiConsole.Console;
    private readonly StringWriter _said = new();

    public ParserTerminal() => AnsiConsole.Console = PlainTerminal.On(_said);

    public string Said => _said.ToString();

    public void Clear() => _said.GetStringBuilder().Clear();

    public void Dispose() => AnsiConsole.Console = _replaced;
}
