using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

[Collection(ProcessWideState.Name)]
public sealed class CommandLineErrorTests
{
    private readonly ParserTerminal _terminal;

    public CommandLineErrorTests(ParserTerminal terminal)
    {
        _terminal = terminal;
        _terminal.Clear();
    }

    [Theory]
    [InlineData("Failed to convert '1'", "-v", "1")]
    [InlineData("Failed to convert 'loud'", "--verbosity=loud")]
    [InlineData("Option 'target' is defined but no value has been provided.", "--target")]
    [InlineData("Option 'target' is defined but no value has been provided.", "-tDefault")]
    [InlineData("Flags cannot be assigned a value.", "--version=1.2.3")]
    [InlineData("Unknown command 'word'.", "word")]
    [InlineData("Unknown command '1.2'.", "--version", "1.2")]
    public void A_wrong_command_line_ends_with_minus_one_and_says_why(string message, params string[] arguments)
    {
        var run = HostRun.Of(typeof(Default)).Run(arguments);

        run.ExitCode.ShouldBe(-1);
        run.Journal.Lines.ShouldBeEmpty();
        _terminal.Said.ShouldContain(message);
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("--help")]
    public void Help_names_every_option_and_runs_nothing(string option)
    {
        var run = HostRun.Of(typeof(Default)).Run(option);

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldBeEmpty();
        foreach (var name in new[] { "--target", "--working", "--verbosity", "--description", "--tree", "--dryrun", "--exclusive", "--no-report", "--version", "--info", "--help" })
            _terminal.Said.ShouldContain(name);
    }

    private sealed class Default(Journal journal) : JournalingTask(journal);
}
