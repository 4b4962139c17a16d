using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ModelPipeline.Docker.Images;
using ModelPipeline.Packaging;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Docker.Tests.Images;

/// <summary>The published service on scratch, loaded by a real engine where there is one.</summary>
public sealed class DockerLoadTests : IDisposable
{
#if MLNET
    private const long LargestImage = 60_000_000;
#else
    private const long LargestImage = 25_000_000;
#endif
    private const string UnixScheme = "unix://";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_published_service_makes_a_sound_image_that_is_small()
    {
        var (builder, image) = await BuildAsync();

        image.CompressedBytes.ShouldBeLessThanOrEqualTo(LargestImage);
        (await builder.FaultsAsync(image.Archive, image, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        image.Components.ShouldContain(component => component.Name == "libssl.so.3" || component.Name == "libssl.so.1.1");
    }

    [Fact]
    public async Task An_engine_loads_the_archive_under_the_digest_that_was_computed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var engine = await EngineAsync();
        var (_, image) = await BuildAsync();
        try
        {
            await using var archive = File.OpenRead(image.Archive);
            using var content = new StreamContent(archive);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
            using var loaded = await engine.PostAsync("/images/load?quiet=1", content, cancellation);
            loaded.EnsureSuccessStatusCode();
            (await loaded.Content.ReadAsStringAsync(cancellation)).ShouldContain(image.Reference);

            var seen = JsonNode.Parse(await engine.GetStringAsync($"/images/{image.Reference}/json", cancellation))!;
            seen["Config"]!["User"]!.ToString().ShouldBe("65532:65532");
            new[] { image.Id.ToString(), image.Digest.ToString() }.ShouldContain(seen["Id"]!.ToString());
        }
        finally
        {
            using var removed = await engine.DeleteAsync($"/images/{image.Reference}?force=1", CancellationToken.None);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(OciImageBuilder Builder, BuiltImage Image)> BuildAsync()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Native libraries for scratch are collected on Linux.");
        ZipFile.ExtractToDirectory(Shared.Repository.Path("models/churn/releases/1.0.0/bundle.zip"), _folder["bundle"]);
        var builder = new OciImageBuilder(TimeProvider.System);
        var image = await builder.BuildAsync(
            new ImageRequest
            {
                Name = $"modelpipeline-tests/{Guid.NewGuid():N}",
                Bundle = ModelBundle.Open(_folder["bundle"]),
                Description = "A test.",
                NativeLibraries = [],
                Base = PackageSpec.Scratch,
                LockFile = _folder["image.lock"],
                Archive = _folder["image.tar"],
                Cache = _folder["cache"],
            },
            new Progress<string>(),
            TestContext.Current.CancellationToken);
        return (builder, image);
    }

    private static async Task<HttpClient> EngineAsync()
    {
        var host = Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "unix:///var/run/docker.sock";
        var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(host[UnixScheme.Length..]), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri("http://docker") };
        try
        {
            if (host.StartsWith(UnixScheme, StringComparison.Ordinal))
                (await client.GetAsync("/_ping", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            else
                Assert.Skip("DOCKER_HOST is no Unix socket.");
        }
        catch (HttpRequestException fault) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"No container engine answers at {host}: {fault.Message}");
        }

        return client;
    }
}
