using Cake.Frosting.ModelPipeline.Hosting;

namespace Cake.Frosting.ModelPipeline.Tests.Hosting;

public sealed class WorkerProgramTests
{
    [Theory]
    [InlineData("/usr/bin/dotnet", "/repo/build/Build.dll", new[] { "/repo/build/Build.dll", "worker" })]
    [InlineData("/repo/build/Build", "/repo/build/Build.dll", new[] { "worker" })]
    [InlineData("/opt/single-file", "", new[] { "worker" })]
    [InlineData("/opt/dotnet", "", new[] { "worker" })]
    public void The_host_is_started_as_it_was_started_itself(string program, string assembly, string[] arguments)
    {
        var command = WorkerProgram.Of(program, assembly);

        command.FileName.ShouldBe(program);
        command.Arguments.ShouldBe(arguments);
    }

    [Fact]
    public void Where_the_program_is_not_known_no_other_is_started() =>
        Should.Throw<InvalidOperationException>(() => WorkerProgram.Of(null, "/repo/build/Build.dll"));
}
