using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelPipeline.Scoring.Logs;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.Logs;

public sealed class JsonLogTests
{
    [Fact]
    public void An_event_is_one_line_of_JSON_whatever_it_holds()
    {
        var output = new MemoryStream();
        using (var log = new JsonLog(output, TimeProvider.System))
        {
            log.Info("first", json => json.WriteString("fact", "a\n{\"event\":\"forged\"}\r\u2028\u001b[31m"));
            log.Error("second");
        }

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');

        lines.Length.ShouldBe(3);
        lines[2].ShouldBe("");
        lines[0].ShouldNotContain('\r');
        using var line = JsonDocument.Parse(lines[0]);
        line.RootElement.GetProperty("event").GetString().ShouldBe("first");
        line.RootElement.GetProperty("level").GetString().ShouldBe("info");
        line.RootElement.GetProperty("time").GetDateTime().Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void An_output_that_is_closed_loses_lines_and_harms_nobody()
    {
        var output = new MemoryStream();
        output.Dispose();
        var log = new JsonLog(output, TimeProvider.System);

        log.Info("lost");
        log.Dispose();
        log.Info("late");

        log.Dropped.ShouldBe(2);
    }

    [Fact]
    public void An_output_that_blocks_loses_lines_and_holds_up_nobody()
    {
        using var output = new BlockedStream();
        var log = new JsonLog(output, TimeProvider.System);

        for (var i = 0; i < 10_000; i++)
            log.Info("event");

        log.Dropped.ShouldBeGreaterThan(1000);
        output.Open();
        log.Dispose();
    }

    [Fact]
    public void A_warning_of_the_framework_is_logged_with_its_exception_and_information_is_not()
    {
        var output = new MemoryStream();
        using (var log = new JsonLog(output, TimeProvider.System))
        using (var framework = new FrameworkLog(log))
        {
            var logger = framework.CreateLogger("Kestrel");
            logger.Log(LogLevel.Information, default, "hidden", null, (state, _) => state);
            logger.Log(LogLevel.Critical, default, "shown", new InvalidOperationException("why"), (state, _) => state);
        }

        var line = Encoding.UTF8.GetString(output.ToArray());

        line.ShouldNotContain("hidden");
        foreach (var part in (string[])["\"framework\"", "\"error\"", "Kestrel", "shown", "why", "InvalidOperationException"])
            line.ShouldContain(part);
    }

    [Fact]
    public async Task The_access_log_has_the_path_of_the_endpoint_and_no_data()
    {
        await using var service = await RunningService.StartAsync(new ScoringOptions { AccessLog = true });
        await service.PostAsync("/echo?name=hidden", "hidden");
        await service.GetAsync("/livez");

        var log = await service.StopAsync();

        log.ShouldContain("\"event\":\"request\"");
        log.ShouldContain("\"method\":\"POST\",\"path\":\"/echo\",\"status\":200,\"rows\":0,\"ms\":");
        log.ShouldNotContain("hidden");
        log.ShouldNotContain("livez");
    }

    private sealed class BlockedStream : MemoryStream
    {
        private readonly ManualResetEventSlim _open = new();

        public void Open() => _open.Set();

        public override void Write(ReadOnlySpan<byte> buffer) => _open.Wait();

        public override void Flush() => _open.Wait();

        protected override void Dispose(bool disposing)
        {
            _open.Set();
            base.Dispose(disposing);
        }
    }
}
