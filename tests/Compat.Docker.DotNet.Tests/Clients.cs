using Docker.DotNet;
using Shared.Docker;

namespace Compat.Docker.DotNet.Tests;

internal static class Clients
{
    public static DockerClient Of(FakeDocker engine) => new DockerClientConfiguration(new Uri(engine.Endpoint)).CreateClient();
}
