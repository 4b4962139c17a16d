using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using ModelPipeline.Docker.Engine;
using ModelPipeline.Packaging;
using Shared.Docker;

namespace ModelPipeline.Docker.Tests.Engine;

/// <summary>Against a real engine.</summary>
public sealed class DockerContainerRuntimeTests
{
    private static readonly ContainerLimits Limits = new(64 << 20, 0.5, 32);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_engine_says_its_name_and_version()
    {
        using var engine = await RealDocker.RequireAsync();

        (await Runtime(engine).FindAsync(Cancellation)).ShouldNotBeNull().ShouldMatch(@"^Docker \d+\.\d+");
    }

    [Fact]
    public async Task A_container_runs_locked_down()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();

        await using var container = await Runtime(engine).StartAsync(image.Built, Limits, Cancellation);

        var id = (await ContainersAsync(engine, image)).ShouldHaveSingleItem().GetProperty("Id").GetString();
        var settings = (await engine.GetAsync($"containers/{id}/json"))!.Value;
        var host = settings.GetProperty("HostConfig");
        host.GetProperty("ReadonlyRootfs").GetBoolean().ShouldBeTrue();
        host.GetProperty("CapDrop")[0].GetString().ShouldBe("ALL");
        host.GetProperty("SecurityOpt")[0].GetString().ShouldBe("no-new-privileges");
        host.GetProperty("Privileged").GetBoolean().ShouldBeFalse();
        host.GetProperty("Memory").GetInt64().ShouldBe(64 << 20);
        host.GetProperty("MemorySwap").GetInt64().ShouldBe(64 << 20);
        host.GetProperty("NanoCpus").GetInt64().ShouldBe(500_000_000);
        host.GetProperty("PidsLimit").GetInt64().ShouldBe(32);
        host.GetProperty("Tmpfs").GetProperty("/tmp").GetString().ShouldNotBeNull().ShouldContain("noexec");
        host.GetProperty("RestartPolicy").GetProperty("Name").GetString().ShouldBeOneOf("", "no");
        host.GetProperty("LogConfig").GetProperty("Config").GetProperty("max-size").GetString().ShouldBe("1m");
        host.GetProperty("PortBindings").GetProperty("8080/tcp")[0].GetProperty("HostIp").GetString().ShouldBe("127.0.0.1");
        settings.GetProperty("Mounts").GetArrayLength().ShouldBe(0);
        settings.GetProperty("Config").GetProperty("User").GetString().ShouldBe("65532:65532");
    }

    [Fact]
    public async Task A_container_cannot_write_but_to_its_folder_in_memory()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Running("echo x > /file; echo y > /tmp/file && /busybox cat /tmp/file; exit 7");

        var end = await EndAsync(engine, image, Limits);

        end.ShouldContain("exit code 7");
        end.ShouldContain("Read-only file system");
        end.ShouldContain("'y'");
    }

    [Fact]
    public async Task Its_port_is_reachable_and_its_use_is_known()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();
        using var http = new HttpClient();

        await using var container = await Runtime(engine).StartAsync(image.Built, Limits, Cancellation);

        (await AnswerAsync(http, container)).ShouldBe("hello");
        container.Place.ShouldStartWith("a container of Docker ");
        container.ImageBytes.ShouldBeGreaterThan(new FileInfo("/bin/busybox").Length);
        var usage = (await container.ReadUsageAsync(Cancellation)).ShouldNotBeNull();
        usage.CpuTime.ShouldBeInRange(TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(30));
        usage.MemoryBytes.ShouldBeInRange(1 << 12, 64 << 20);
        (await container.ReadEndAsync(Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Disposing_removes_the_container_and_the_image()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();

        await using (var container = await Runtime(engine).StartAsync(image.Built, Limits, Cancellation))
            (await engine.GetAsync($"images/{image.Built.Id}/json")).ShouldNotBeNull();

        await ShouldBeGoneAsync(engine, image);
    }

    [Fact]
    public async Task An_image_that_was_there_before_stays()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();
        using var archive = new StreamContent(File.OpenRead(image.Built.Archive));
        await engine.SendAsync(HttpMethod.Post, "images/load?quiet=1", archive);

        await (await Runtime(engine).StartAsync(image.Built, Limits, Cancellation)).DisposeAsync();

        (await ContainersAsync(engine, image)).ShouldBeEmpty();
        (await engine.GetAsync($"images/{image.Built.Reference}/json")).ShouldNotBeNull();
        await engine.SendAsync(HttpMethod.Delete, $"images/{image.Built.Reference}");
    }

    [Fact]
    public async Task An_image_goes_with_the_last_of_its_containers()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();
        var first = await Runtime(engine).StartAsync(image.Built, Limits, Cancellation);
        var second = await Runtime(engine).StartAsync(image.Built, Limits, Cancellation);

        await first.DisposeAsync();
        (await ContainersAsync(engine, image)).ShouldHaveSingleItem();
        (await engine.GetAsync($"images/{image.Built.Reference}/json")).ShouldNotBeNull();
        await second.DisposeAsync();

        await ShouldBeGoneAsync(engine, image);
    }

    [Fact]
    public async Task A_container_that_ends_says_how_and_with_which_words()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Running("echo ready; printf 'bad \\033[31mmodel\\n' >&2; exit 3");

        var end = await EndAsync(engine, image, Limits);

        end.ShouldContain(@"exit code 3; its last words on standard error: 'bad \u{1B}[31mmodel', on standard output: 'ready'");
        await ShouldBeGoneAsync(engine, image);
    }

    [Fact]
    public async Task A_container_that_wants_too_much_memory_is_said_to_have_been_killed_for_it()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Running("exec /busybox tail /dev/zero");

        var end = await EndAsync(engine, image, new ContainerLimits(16 << 20, 1));

        end.ShouldContain("exit code 137");
        end.ShouldContain("for want of memory");
    }

    [Fact]
    public async Task An_image_that_is_not_the_one_that_was_built_is_refused()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();
        using var other = BusyBoxImage.Running("true");
        var broken = image.Built with { Id = other.Built.Id, Digest = other.Built.Digest };

        var exception = await Should.ThrowAsync<IOException>(() => Runtime(engine).StartAsync(broken, Limits, Cancellation));

        exception.Message.ShouldContain($"not {other.Built.Id}");
        await ShouldBeGoneAsync(engine, image);
    }

    [Fact]
    public async Task Cancelling_at_the_start_removes_everything()
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var runtime = new DockerContainerRuntime(new ClockThatCancels(cancelled), new DockerEndpoint(engine.Endpoint), new EnginePatience());

        await Should.ThrowAsync<OperationCanceledException>(() => runtime.StartAsync(image.Built, Limits, cancelled.Token));

        await ShouldBeGoneAsync(engine, image);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(300)]
    public async Task Cancelling_at_any_moment_leaves_nothing(int milliseconds)
    {
        using var engine = await RealDocker.RequireAsync();
        using var image = BusyBoxImage.Serving();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        cancelled.CancelAfter(milliseconds);

        try
        {
            await using var container = await Runtime(engine).StartAsync(image.Built, Limits, cancelled.Token);
        }
        catch (OperationCanceledException)
        {
            // Or it had started already.
        }

        await ShouldBeGoneAsync(engine, image);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_removed_and_what_runs_elsewhere_stays()
    {
        using var engine = await RealDocker.RequireAsync();
        using var left = BusyBoxImage.Serving();
        using var elsewhere = BusyBoxImage.Serving();
        using var image = BusyBoxImage.Serving();
        var ended = ContainerOwner.Current with { Started = ContainerOwner.Current.Started.AddDays(-1) };
        await CreateAsync(engine, left, ended);
        var running = await CreateAsync(engine, elsewhere, ended with { Machine = "another" });

        await (await Runtime(engine).StartAsync(image.Built, Limits, Cancellation)).DisposeAsync();

        await ShouldBeGoneAsync(engine, left);
        (await ContainersAsync(engine, elsewhere)).ShouldHaveSingleItem();
        await engine.SendAsync(HttpMethod.Delete, $"containers/{running}?force=1");
        await engine.SendAsync(HttpMethod.Delete, $"images/{elsewhere.Built.Reference}");
    }

    private static DockerContainerRuntime Runtime(RealDocker engine) => new(TimeProvider.System, new DockerEndpoint(engine.Endpoint), new EnginePatience());

    private static Task<IReadOnlyList<JsonElement>> ContainersAsync(RealDocker engine, BusyBoxImage image) =>
        engine.ContainersAsync($"{ContainerLabels.Run}\",\"test={JsonEncodedText.Encode(Path.GetDirectoryName(image.Built.Archive)!)}");

    private static async Task ShouldBeGoneAsync(RealDocker engine, BusyBoxImage image)
    {
        (await ContainersAsync(engine, image)).ShouldBeEmpty();
        (await engine.GetAsync($"images/{image.Built.Reference}/json")).ShouldBeNull();
        (await engine.GetAsync($"images/{image.Built.Id}/json")).ShouldBeNull();
    }

    /// <summary>How a container ended: it may have done so before its port was known.</summary>
    private static async Task<string> EndAsync(RealDocker engine, BusyBoxImage image, ContainerLimits limits)
    {
        try
        {
            await using var container = await Runtime(engine).StartAsync(image.Built, limits, Cancellation);
            while (true)
            {
                if (await container.ReadEndAsync(Cancellation) is { } end)
                    return end;
            }
        }
        catch (IOException exception) when (exception.Message.StartsWith("The container ended at once: ", StringComparison.Ordinal))
        {
            return exception.Message;
        }
    }

    private static async Task<string> AnswerAsync(HttpClient http, IContainer container)
    {
        while (await container.ReadEndAsync(Cancellation) is null)
        {
            try
            {
                return await http.GetStringAsync(container.Address, Cancellation);
            }
            catch (HttpRequestException exception) when (exception.InnerException is IOException or SocketException)
            {
                // The port is published before the service listens.
            }
        }

        return "ended";
    }

    private static async Task<string> CreateAsync(RealDocker engine, BusyBoxImage image, ContainerOwner owner)
    {
        using var archive = new StreamContent(File.OpenRead(image.Built.Archive));
        await engine.SendAsync(HttpMethod.Post, "images/load?quiet=1", archive);
        var labels = new Dictionary<string, string> { [ContainerLabels.Run] = owner.ToString(), [ContainerLabels.Loaded] = image.Built.Reference };
        using var settings = JsonContent.Create(new { Image = image.Built.Reference, Labels = labels });
        await settings.LoadIntoBufferAsync(Cancellation);
        return (await engine.SendAsync(HttpMethod.Post, "containers/create", settings))!.Value.GetProperty("Id").GetString()!;
    }

    /// <summary>Cancels when it is asked for the time, which is just before a container is started.</summary>
    private sealed class ClockThatCancels(CancellationTokenSource source) : TimeProvider
    {
        public override long GetTimestamp()
        {
            source.Cancel();
            return base.GetTimestamp();
        }
    }
}
