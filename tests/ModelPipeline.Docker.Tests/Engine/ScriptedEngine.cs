using ModelPipeline.Docker.Engine;
using ModelPipeline.Packaging;
using Shared.Docker;

namespace ModelPipeline.Docker.Tests.Engine;

/// <summary>An engine in which everything goes well, unless a test says otherwise, and an image for it.</summary>
internal sealed class ScriptedEngine : IAsyncDisposable
{
    private readonly string _archive = Path.GetTempFileName();

    private ScriptedEngine(FakeDocker docker) => Docker = docker;

    public static ContainerLimits Limits { get; } = new(64 << 20, 0.5, 32);

    public FakeDocker Docker { get; }

    public BuiltImage Image => new()
    {
        Archive = _archive,
        Digest = Digest.Of("manifest"),
        Id = Digest.Of("configuration"),
        Reference = "churn:1",
        Layers = [],
        Base = "scratch",
        Components = [],
    };

    public static async Task<ScriptedEngine> StartAsync()
    {
        var engine = new ScriptedEngine(await FakeDocker.StartAsync());
        var isLoaded = false;
        engine.Docker
            .On("GET /version", """{"Version":"20.10.24+dfsg1"}""")
            .On("GET /containers/json", "[]")
            .On("POST /images/load", async context =>
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                isLoaded = true;
            })
            .On("GET /images/churn:1/json", context =>
            {
                context.Response.StatusCode = isLoaded ? 200 : 404;
                return context.Response.Body.WriteAsync(Described(engine.Image.Id)).AsTask();
            })
            .On("POST /containers/create", """{"Id":"c1","Warnings":["no memory controller"]}""", status: 201)
            .On("GET /containers/", """
                {"State":{"Running":true},
                 "HostConfig":{"Memory":67108864,"NanoCpus":500000000,"PidsLimit":32,"ReadonlyRootfs":true,
                  "MemorySwap":67108864,"CapDrop":["ALL"],"SecurityOpt":["no-new-privileges"]},
                 "NetworkSettings":{"Ports":{"8080/tcp":[{"HostIp":"127.0.0.1","HostPort":"49153"}]}}}
                """)
            .On("POST /containers/", "", status: 204)
            .On("DELETE /containers/", "", status: 204)
            .On("DELETE /images/", "[]");
        return engine;
    }

    public DockerContainerRuntime Runtime(EnginePatience? patience = null) => new(TimeProvider.System, new DockerEndpoint(Docker.Endpoint), patience ?? new EnginePatience());

    /// <summary>Whether it was told to remove a container, and to remove the image.</summary>
    public (bool Container, bool Image) WasCleaned =>
        (Docker.Requests.Any(request => request.StartsWith("DELETE /containers/modelpipeline-", StringComparison.Ordinal)), Docker.Requests.Contains("DELETE /images/churn:1"));

    public async ValueTask DisposeAsync()
    {
        await Docker.DisposeAsync();
        File.Delete(_archive);
    }

    public static byte[] Described(Digest id) => System.Text.Encoding.UTF8.GetBytes($$"""{"Id":"{{id}}","RepoTags":["churn:1"],"Size":1000}""");
}
