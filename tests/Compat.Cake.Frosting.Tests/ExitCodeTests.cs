using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(0, "Fine")]
    [InlineData(1, "Failing")]
    [InlineData(1, "FailingWithSeven")]
    [InlineData(1, "Missing")]
    public void A_failing_task_ends_with_one_whatever_code_its_exception_has(int expected, string target)
    {
        var run = HostRun.Of(typeof(Fine), typeof(Failing), typeof(FailingWithSeven)).Run("--target", target);

        run.ExitCode.ShouldBe(expected);
    }

    [Fact]
    public void A_Cake_exception_from_the_teardown_gives_its_own_code()
    {
        var run = HostRun.Of(typeof(Fine)).Configured(host => host.UseTeardown<TeardownWithSeven>()).Run("--target=Fine");

        run.ExitCode.ShouldBe(7);
        run.Log.Lines.ShouldContain("Error: Error: seven");
    }

    [Fact]
    public void After_a_failed_task_the_code_of_the_teardown_does_not_count()
    {
        var run = HostRun.Of(typeof(Failing)).Configured(host => host.UseTeardown<TeardownWithSeven>()).Run("--target=Failing");

        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_failure_is_told_in_full_at_diagnostic_verbosity_only()
    {
        StackTraceAt("normal").ShouldBeFalse();
        StackTraceAt("diagnostic").ShouldBeTrue();

        static bool StackTraceAt(string verbosity) => HostRun.Of(typeof(Failing)).Run("--target=Failing", "-v", verbosity)
            .Log.Lines.Any(line => line.Contains("   at " + typeof(ExitCodeTests).Namespace));
    }

    private sealed class Fine : FrostingTask;

    private sealed class Failing : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("boom");
    }

    private sealed class FailingWithSeven : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new CakeException(7, "seven");
    }

    private sealed class TeardownWithSeven : FrostingTeardown
    {
        public override void Teardown(ICakeContext context, ITeardownContext info) => throw new CakeException(7, "seven");
    }
}
