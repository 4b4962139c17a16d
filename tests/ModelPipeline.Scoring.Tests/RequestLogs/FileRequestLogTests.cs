using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Scoring.Logs;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Probes;
using ModelPipeline.Scoring.RequestLogs;
using ModelPipeline.Scoring.Tests.Hosting;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Tests.RequestLogs;

public sealed class FileRequestLogTests : IDisposable
{
    private static readonly ServiceVersion Version = new("churn", "1.2.0", Digest.Of("bundle"), "linear", "0.1.0");
    private static readonly Scores Scores = new(["probability"], [0.1, 0.2, 0.3, double.NaN]);

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryStream _output = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_has_the_inputs_by_name_the_outputs_and_the_model()
    {
        Run(new(), log => log.Write(TrainedBundle.Rows, Scores));

        var lines = Lines();

        lines.Length.ShouldBe(4);
        lines[0].ShouldEndWith($",\"model\":\"churn\",\"modelVersion\":\"1.2.0\",\"digest\":\"{Digest.Of("bundle")}\",\"inputs\":{{\"age\":30,\"plan\":\"basic\"}},\"outputs\":{{\"probability\":0.1}}}}");
        lines[2].ShouldContain("\"inputs\":{\"age\":null,\"plan\":\"basic\"}");
        lines[3].ShouldEndWith("\"inputs\":{\"age\":60,\"plan\":null},\"outputs\":{\"probability\":null}}");
        JsonDocument.Parse(lines[0]).RootElement.GetProperty("time").GetDateTime().Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Text_of_callers_stays_on_its_line()
    {
        Run(new(), log => log.Write(new Table([new TextColumn("te\nxt", ["a\n{\"forged\":1}"])]), new Scores(["p"], [1])));

        Lines().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 10)]
    [InlineData(0.3, 12)]
    [InlineData(1, 40)]
    public void The_share_is_kept(double share, int kept)
    {
        var (log, _) = Run(new() { RequestLogShare = share }, log =>
        {
            for (var i = 0; i < 10; i++)
                log.Write(TrainedBundle.Rows, Scores);
        });

        log.Kept.ShouldBe(kept);
        log.Dropped.ShouldBe(0);
        Lines().Length.ShouldBe(kept);
    }

    [Fact]
    public void Files_are_begun_anew_and_the_oldest_removed()
    {
        var (log, _) = Run(new() { RequestLogFileBytes = 1024, RequestLogFiles = 3 }, log =>
        {
            for (var i = 0; i < 50; i++)
                log.Write(TrainedBundle.Rows, Scores);
        });

        var files = Directory.GetFiles(_folder.Path);
        files.Length.ShouldBe(3);
        log.Kept.ShouldBe(200);
        files.ShouldAllBe(file => new FileInfo(file).Length <= 1024);
        files.SelectMany(File.ReadAllLines).ShouldAllBe(line => line.StartsWith('{') && line.EndsWith('}'));
    }

    [Fact]
    public void Only_the_owner_may_read_the_files()
    {
        Run(new(), log => log.Write(TrainedBundle.Rows, Scores));

        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no file modes.");
        else
            File.GetUnixFileMode(Directory.GetFiles(_folder.Path).Single()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_at_the_start()
    {
        File.WriteAllText(_folder.File("file"), "");

        var fault = Should.Throw<InputException>(() => Run(new(), _ => { }, folder: _folder.File("file")));

        fault.Message.ShouldContain("Choose another with --request-log");
    }

    [Fact]
    public void A_folder_that_is_gone_later_only_counts_what_is_lost_and_says_so_once()
    {
        var folder = Directory.CreateDirectory(_folder.File("log")).FullName;
        var (log, messages) = Run(new() { RequestLogFileBytes = 1 }, log =>
        {
            log.Write(TrainedBundle.Rows, Scores);
            while (log.Kept == 0)
                Thread.Yield();
            Directory.Delete(folder, recursive: true);
            File.WriteAllText(folder, "");
            log.Write(TrainedBundle.Rows, Scores);
            log.Write(TrainedBundle.Rows, Scores);
        }, folder: folder);

        log.Dropped.ShouldBe(8);
        log.Kept.ShouldBe(4);
        messages.Split("request_log_failed").Length.ShouldBe(2);
    }

    [Fact]
    public void A_large_request_is_kept_to_its_last_row()
    {
        var rows = new Table([new TextColumn("text", [.. Enumerable.Repeat(new string('x', 1000), 5000)])]);

        var (log, _) = Run(new(), log => log.Write(rows, new Scores(["p"], [.. Enumerable.Range(0, 5000).Select(row => (double)row)])));

        log.Kept.ShouldBe(5000);
        log.Dropped.ShouldBe(0);
        Lines()[^1].ShouldEndWith("\"outputs\":{\"p\":4999}}");
    }

    [Fact]
    public void A_huge_row_is_dropped_and_counted()
    {
        var rows = new Table([new TextColumn("text", ["a", new string('x', 200_000), "b"])]);

        var (log, _) = Run(new(), log => log.Write(rows, new Scores(["p"], [1, 2, 3])));

        log.Kept.ShouldBe(2);
        log.Dropped.ShouldBe(1);
        Lines().Length.ShouldBe(2);
    }

    [Fact]
    public void What_does_not_fit_the_queue_is_dropped_and_counted()
    {
        using var clock = new HeldClock();

        var (log, _) = Run(new() { RequestLogFileBytes = 1, RequestLogFiles = 1000 }, log =>
        {
            log.Write(TrainedBundle.Rows, Scores);
            log.Write(TrainedBundle.Rows, Scores);
            clock.WaitUntilHeld();
            for (var i = 0; i < 100; i++)
                log.Write(TrainedBundle.Rows, Scores);
            clock.Release();
        }, clock);

        log.Kept.ShouldBe(4 * (2 + 64));
        log.Dropped.ShouldBe(4 * 36);
        Lines().Length.ShouldBe((int)log.Kept);
    }

    [Fact]
    public void Writers_on_many_threads_lose_nothing_that_was_not_counted()
    {
        var (log, _) = Run(new(), log => Parallel.For(0, 1000, _ => log.Write(TrainedBundle.Rows, Scores)));

        (log.Kept + log.Dropped).ShouldBe(4000);
        Lines().Length.ShouldBe((int)log.Kept);
    }

    private (FileRequestLog Log, string Messages) Run(ScoringOptions options, Action<FileRequestLog> act, TimeProvider? clock = null, string? folder = null)
    {
        using var messages = new JsonLog(_output, TimeProvider.System);
        var log = new FileRequestLog(folder ?? _folder.Path, options, Version, messages, clock ?? TimeProvider.System);
        using (log)
            act(log);
        messages.Dispose();
        return (log, System.Text.Encoding.UTF8.GetString(_output.ToArray()));
    }

    private string[] Lines() => [.. Directory.GetFiles(_folder.Path, "*.ndjson").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];
}
