using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("--rows=10")]
    [InlineData("--rows", "10")]
    [InlineData("--ROWS=10")]
    [InlineData("--", "--rows=10")]
    public void An_unknown_option_becomes_an_argument(params string[] arguments)
    {
        var run = HostRun.Of(typeof(Default)).Run(arguments);

        run.ExitCode.ShouldBe(0);
        run.Journal.Lines.ShouldContain("Rows is 10");
    }

    [Fact]
    public void An_option_without_a_value_is_an_argument_that_is_there()
    {
        var run = HostRun.Of(typeof(Default)).Run("--rows");

        run.Journal.Lines.ShouldContain("rows=");
        run.Journal.Lines.ShouldContain("Rows is given");
    }

    [Fact]
    public void An_argument_given_twice_has_both_values()
    {
        var run = HostRun.Of(typeof(Default)).Run("--rows=1", "--rows=2");

        run.Journal.Lines.ShouldContain("rows=1,2");
    }

    [Fact]
    public void The_targets_are_an_argument_too()
    {
        var run = HostRun.Of(typeof(Default)).Run();

        run.Journal.Lines.ShouldBe(["target=Default", "Rows is missing"]);
    }

    [Fact]
    public void A_declared_option_in_another_case_is_an_argument()
    {
        var run = HostRun.Of(typeof(Default)).Run("--VERBOSITY=quiet");

        run.Journal.Lines.ShouldContain("VERBOSITY=quiet");
    }

    private sealed class Default(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            foreach (var (name, values) in context.Arguments.GetArguments())
                journal.Add($"{name}={string.Join(',', values)}");
            journal.Add("Rows is " + Rows(context.Arguments));
        }

        private static string Rows(ICakeArguments arguments)
        {
            if (!arguments.HasArgument("Rows"))
                return "missing";
            var value = arguments.GetArgument("Rows");
            return string.IsNullOrEmpty(value) ? "given" : value;
        }
    }
}
