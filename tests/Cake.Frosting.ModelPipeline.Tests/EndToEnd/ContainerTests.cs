using ModelPipeline.Evidence;
using Shared.Docker;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class ContainerTests
{
    [Fact]
    public async Task Where_an_engine_is_the_image_is_tried_and_loaded_in_a_container_and_nothing_is_left()
    {
        using var docker = await RealDocker.RequireAsync();
        using var repository = new ModelRepository("penguins");
        repository.Edit(repository.Spec("penguins"), "container: optional", "container: required");

        var run = await HostRun.StartAsync(HostRun.BuiltHost, repository.Folder, [], ("DOCKER_HOST", docker.Endpoint));

        run.ExitCode.ShouldBe(0, run.Output);
        var package = repository.Evidence("penguins").Read(StepNames.Package).ShouldNotBeNull();
        package.Checks.Single(check => check.Name == "container").Status.ShouldBe(Status.Passed);
        package.Facts["tried_in"].ShouldStartWith("a container of Docker ");
        repository.Evidence("penguins").Read(StepNames.LoadTest).ShouldNotBeNull().Facts["place"].ShouldStartWith("a container of Docker ");
        (await docker.GetAsync($"images/{package.Facts["reference"]}/json")).ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_engine_an_image_that_must_run_in_a_container_does_not_pass()
    {
        using var repository = new ModelRepository("penguins");
        repository.Edit(repository.Spec("penguins"), "container: optional", "container: required");

        var run = await HostRun.StartAsync(HostRun.BuiltHost, repository.Folder, ["--target=Package"], ("DOCKER_HOST", $"unix://{repository.Folder}/absent.sock"));

        var package = repository.Evidence("penguins").Read(StepNames.Package).ShouldNotBeNull();
        package.Status.ShouldBe(Status.NotRun);
        package.Summary.ShouldContain("no container engine answers at ");
        run.ExitCode.ShouldBe(1, run.Output);
    }
}
