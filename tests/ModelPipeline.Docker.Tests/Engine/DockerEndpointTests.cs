using ModelPipeline.Docker.Engine;

namespace ModelPipeline.Docker.Tests.Engine;

public sealed class DockerEndpointTests
{
    [Theory]
    [InlineData("unix:///tmp/docker.sock", "unix:///tmp/docker.sock", "127.0.0.1", "http://127.0.0.1:81/")]
    [InlineData("tcp://localhost:2375", "tcp://localhost:2375/", "127.0.0.1", "http://127.0.0.1:81/")]
    [InlineData("tcp://docker", "tcp://docker:2375/", "0.0.0.0", "http://docker:81/")]
    [InlineData("tcp://10.1.2.3:2376", "tcp://10.1.2.3:2376/", "0.0.0.0", "http://10.1.2.3:81/")]
    public void A_port_is_reached_on_the_engines_host(string text, string uri, string publishedOn, string address)
    {
        var endpoint = new DockerEndpoint(text);

        endpoint.ToUri().ShouldBe(new Uri(uri));
        endpoint.PublishedOn.ShouldBe(publishedOn);
        endpoint.AddressOf(81).ShouldBe(new Uri(address));
    }

    [Theory]
    [InlineData("ssh://build@machine")]
    [InlineData("fd://")]
    [InlineData("docker.sock")]
    public async Task An_engine_that_cannot_be_reached_this_way_is_refused(string text)
    {
        var runtime = new DockerContainerRuntime(TimeProvider.System, new DockerEndpoint(text), new EnginePatience());

        var exception = await Should.ThrowAsync<InputException>(() => runtime.FindAsync(TestContext.Current.CancellationToken));

        exception.Message.ShouldStartWith($"DOCKER_HOST is '{text}'. A container engine is reached by unix:// or tcp://");
    }

    [Theory]
    [InlineData("unix://")]
    [InlineData("unix:///")]
    [InlineData("tcp://")]
    [InlineData("unix:///tmp/my docker.sock")]
    public async Task An_address_that_is_not_complete_is_refused_with_what_to_write(string text)
    {
        var runtime = new DockerContainerRuntime(TimeProvider.System, new DockerEndpoint(text), new EnginePatience());

        var exception = await Should.ThrowAsync<InputException>(() => runtime.FindAsync(TestContext.Current.CancellationToken));

        exception.Message.ShouldStartWith($"DOCKER_HOST is '{text}'. Write unix:///path/docker.sock or tcp://host:2375");
    }

    [Theory]
    [InlineData("unix:///tmp/my folder/docker_1-a.sock")]
    [InlineData("unix:///run/user/1000/nobody.sock")]
    public async Task A_socket_that_nobody_listens_on_is_no_mistake_of_the_address(string text) =>
        (await new DockerContainerRuntime(TimeProvider.System, new DockerEndpoint(text), new EnginePatience()).FindAsync(TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public void An_encrypted_connection_is_refused_and_a_socket_needs_none()
    {
        Should.Throw<InputException>(() => new DockerEndpoint("tcp://docker:2376", IsEncrypted: true).ToUri()).Message.ShouldContain("DOCKER_TLS_VERIFY");
        new DockerEndpoint("unix:///docker.sock", IsEncrypted: true).ToUri().Scheme.ShouldBe("unix");
    }
}
