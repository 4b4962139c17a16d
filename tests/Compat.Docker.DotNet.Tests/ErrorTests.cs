using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using Shared.Docker;

namespace Compat.Docker.DotNet.Tests;

public sealed class ErrorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_error_carries_status_and_body()
    {
        await using var engine = await FakeDocker.StartAsync();
        engine.On("GET /version", """{"message":"out of order"}""", status: 500);
        using var client = Clients.Of(engine);

        var exception = await Should.ThrowAsync<DockerApiException>(() => client.System.GetVersionAsync(Cancellation));

        exception.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        exception.ResponseBody.ShouldBe("""{"message":"out of order"}""");
        exception.Message.ShouldBe("""Docker API responded with status code=InternalServerError, response={"message":"out of order"}""");
    }

    [Fact]
    public async Task What_is_not_there_has_an_exception_of_its_own()
    {
        await using var engine = await FakeDocker.StartAsync();
        using var client = Clients.Of(engine);

        await Should.ThrowAsync<DockerImageNotFoundException>(() => client.Images.InspectImageAsync("churn:1", Cancellation));
        await Should.ThrowAsync<DockerImageNotFoundException>(() => client.Images.DeleteImageAsync("churn:1", new ImageDeleteParameters(), Cancellation));
        await Should.ThrowAsync<DockerImageNotFoundException>(() => client.Containers.CreateContainerAsync(new CreateContainerParameters(), Cancellation));
        await Should.ThrowAsync<DockerContainerNotFoundException>(() => client.Containers.InspectContainerAsync("c", Cancellation));
        await Should.ThrowAsync<DockerContainerNotFoundException>(() => client.Containers.StartContainerAsync("c", null, Cancellation));
        await Should.ThrowAsync<DockerContainerNotFoundException>(() => client.Containers.StopContainerAsync("c", new ContainerStopParameters(), Cancellation));
        await Should.ThrowAsync<DockerContainerNotFoundException>(() => client.Containers.RemoveContainerAsync("c", new ContainerRemoveParameters(), Cancellation));
        await Should.ThrowAsync<DockerContainerNotFoundException>(() => client.Containers.GetContainerLogsAsync("c", false, new ContainerLogsParameters(), Cancellation));
    }

    [Fact]
    public async Task A_name_that_is_missing_is_refused()
    {
        await using var engine = await FakeDocker.StartAsync();
        using var client = Clients.Of(engine);

        await Should.ThrowAsync<ArgumentNullException>(() => client.Images.InspectImageAsync("", Cancellation));
        await Should.ThrowAsync<ArgumentNullException>(() => client.Containers.InspectContainerAsync(null, Cancellation));
        await Should.ThrowAsync<ArgumentNullException>(() => client.Containers.CreateContainerAsync(null, Cancellation));
        engine.Requests.ShouldBeEmpty();
    }
}
