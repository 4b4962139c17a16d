using ModelPipeline.Docker.Engine;
using Microsoft.AspNetCore.Http;

namespace ModelPipeline.Docker.Tests.Engine;

/// <summary>Against an engine that misbehaves.</summary>
public sealed class EngineFailureTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_everything_goes_well_the_container_is_known_and_goes_again()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        var container = await engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation);
        await container.DisposeAsync();
        await container.DisposeAsync();

        container.Place.ShouldBe("a container of Docker 20.10.24");
        container.Address.ShouldBe(new Uri("http://127.0.0.1:49153/"));
        container.ImageBytes.ShouldBe(1000);
        engine.Docker.Requests[^3].ShouldMatch("^POST /containers/modelpipeline-[0-9a-f]{32}/stop\\?t=5$");
        engine.Docker.Requests[^2].ShouldMatch("^DELETE /containers/modelpipeline-[0-9a-f]{32}\\?v=1&force=1$");
        engine.Docker.Requests[^1].ShouldBe("DELETE /images/churn:1");
    }

    [Theory]
    [InlineData("POST /images/load", "load the image", false)]
    [InlineData("POST /containers/create", "create the container", true)]
    [InlineData("POST /containers/modelpipeline-", "start the container", true)]
    public async Task An_error_is_told_in_the_words_of_the_engine_and_everything_is_removed(string request, string purpose, bool isCreated)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On(request, """{"message":"no space\nleft"}""", status: 500);

        var exception = await Should.ThrowAsync<IOException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldStartWith($@"The container engine could not {purpose}: no space\nleft");
        engine.WasCleaned.ShouldBe((isCreated, true));
    }

    [Fact]
    public async Task An_error_among_the_messages_of_loading_is_told()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("POST /images/load", """{"stream":"Loading"}{"errorDetail":{"message":"invalid tar header"},"error":"invalid tar header"}""");

        var exception = await Should.ThrowAsync<IOException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldBe("The container engine could not load the image: invalid tar header");
        engine.WasCleaned.ShouldBe((false, true));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_told()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("POST /containers/create", async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{", Cancellation);
            context.Abort();
        });

        var exception = await Should.ThrowAsync<IOException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldStartWith("The container engine could not create the container: ");
        engine.WasCleaned.ShouldBe((true, true));
    }

    [Fact]
    public async Task An_answer_that_makes_no_sense_is_told()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("POST /containers/create", "<html>", status: 201);

        var exception = await Should.ThrowAsync<IOException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldStartWith("The container engine could not create the container: ");
    }

    [Fact]
    public async Task An_engine_that_answers_too_slowly_is_told()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("POST /containers/create", NeverAsync);

        var exception = await Should.ThrowAsync<IOException>(
            () => engine.Runtime(new EnginePatience { Answer = Soon * 10 }).StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldBe("The container engine could not create the container: it did not answer in time.");
        engine.WasCleaned.ShouldBe((true, true));
    }

    [Theory]
    [InlineData("POST /images/load", false)]
    [InlineData("POST /containers/create", true)]
    [InlineData("POST /containers/modelpipeline-", true)]
    public async Task Cancelling_a_call_that_hangs_removes_everything(string request, bool isCreated)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        engine.Docker.On(request, context =>
        {
            cancelled.Cancel();
            return context.Request.Path.Value!.EndsWith("/stop", StringComparison.Ordinal) ? Task.CompletedTask : NeverAsync(context);
        });

        await Should.ThrowAsync<OperationCanceledException>(
            () => engine.Runtime(new EnginePatience { Grace = Soon }).StartAsync(engine.Image, ScriptedEngine.Limits, cancelled.Token));

        engine.WasCleaned.ShouldBe((isCreated, true));
    }

    [Fact]
    public async Task An_image_whose_loading_ends_after_the_run_was_cancelled_is_removed_after_that()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var isAnswered = false;
        engine.Docker
            .On("POST /images/load", async context =>
            {
                await context.Request.Body.CopyToAsync(Stream.Null, Cancellation);
                await cancelled.CancelAsync();
                await context.Response.WriteAsync("{}", Cancellation);
                isAnswered = true;
            })
            .On("DELETE /images/churn:1", context =>
            {
                context.Response.StatusCode = isAnswered ? 200 : 500;
                return context.Response.WriteAsync("[]", Cancellation);
            });

        await Should.ThrowAsync<OperationCanceledException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, cancelled.Token));

        engine.WasCleaned.ShouldBe((false, true));
    }

    [Fact]
    public async Task What_could_not_be_removed_is_told_with_how_to_remove_it()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("DELETE /containers/", """{"message":"device busy"}""", status: 500);
        var container = await engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation);

        var exception = await Should.ThrowAsync<IOException>(async () => await container.DisposeAsync());

        exception.Message.ShouldMatch("Remove it by hand: docker rm --force --volumes modelpipeline-[0-9a-f]{32}\\. .*device busy");
        engine.WasCleaned.ShouldBe((true, true));
    }

    [Fact]
    public async Task A_failure_is_told_together_with_what_it_left()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker
            .On("POST /containers/create", """{"message":"no space"}""", status: 500)
            .On("DELETE /images/", NeverAsync);

        var exception = await Should.ThrowAsync<IOException>(
            () => engine.Runtime(new EnginePatience { Cleaning = Soon * 5 }).StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldContain("no space");
        exception.Message.ShouldContain("docker image rm churn:1");
    }

    [Fact]
    public async Task Limits_that_the_engine_drops_are_refused()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("GET /containers/c1/json", """{"HostConfig":{"NanoCpus":500000000,"ReadonlyRootfs":true}}""");

        var exception = await Should.ThrowAsync<IOException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldBe("The container engine does not limit memory, swap, processes, capabilities, privileges. It says: no memory controller");
        engine.WasCleaned.ShouldBe((true, true));
    }

    [Theory]
    [InlineData("\"MemorySwap\":67108864", "\"MemorySwap\":-1", "swap")]
    [InlineData("\"CapDrop\":[\"ALL\"]", "\"CapDrop\":[\"CAP_CHOWN\"]", "capabilities")]
    [InlineData("\"CapDrop\":[\"ALL\"]", "\"CapDrop\":null", "capabilities")]
    [InlineData("\"SecurityOpt\":[\"no-new-privileges\"]", "\"SecurityOpt\":[\"label=disable\"]", "privileges")]
    public async Task A_single_limit_that_the_engine_drops_is_refused(string taken, string dropped, string said)
    {
        const string Taken = """
            {"HostConfig":{"Memory":67108864,"NanoCpus":500000000,"PidsLimit":32,"ReadonlyRootfs":true,"MemorySwap":67108864,"CapDrop":["ALL"],"SecurityOpt":["no-new-privileges"]}}
            """;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("GET /containers/c1/json", Taken.Replace(taken, dropped));

        var exception = await Should.ThrowAsync<IOException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldStartWith($"The container engine does not limit {said}. It says");
    }

    [Fact]
    public async Task Another_image_of_the_same_name_is_not_replaced()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("GET /images/churn:1/json", context => context.Response.Body.WriteAsync(ScriptedEngine.Described(Digest.Of("another")), Cancellation).AsTask());

        var exception = await Should.ThrowAsync<IOException>(() => engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation));

        exception.Message.ShouldStartWith("The container engine has another image that is called churn:1 (sha256:");
        engine.Docker.Requests.ShouldNotContain(request => request.StartsWith("POST", StringComparison.Ordinal) || request.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_image_that_a_container_of_somebody_else_uses_stays_without_a_word()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("DELETE /images/", """{"message":"image is being used"}""", status: 409);

        await (await engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation)).DisposeAsync();

        engine.WasCleaned.ShouldBe((true, true));
    }

    [Fact]
    public async Task No_engine_is_found_where_none_answers_in_time()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Docker.On("GET /version", NeverAsync);

        (await engine.Runtime(new EnginePatience { Greeting = Soon }).FindAsync(Cancellation)).ShouldBeNull();
        (await new DockerContainerRuntime(TimeProvider.System, new DockerEndpoint("unix:///nowhere/docker.sock"), new EnginePatience()).FindAsync(Cancellation)).ShouldBeNull();
        (await new DockerContainerRuntime(TimeProvider.System, endpoint: null, new EnginePatience()).FindAsync(Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_container_that_was_killed_for_want_of_memory_says_so()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        await using var container = await engine.Runtime().StartAsync(engine.Image, ScriptedEngine.Limits, Cancellation);
        engine.Docker
            .On("GET /containers/modelpipeline-", context => context.Request.Path.Value!.EndsWith("/json", StringComparison.Ordinal)
                ? context.Response.WriteAsync("""{"State":{"Running":false,"OOMKilled":true,"ExitCode":137}}""", Cancellation)
                : Task.CompletedTask);

        (await container.ReadEndAsync(Cancellation)).ShouldBe("exit code 137, killed for want of memory; it wrote nothing");
    }

    private static Task NeverAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);
}
