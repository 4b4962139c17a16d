using ModelPipeline.Scoring.RequestLogs;
using ModelPipeline.Scoring.Tests.Hosting;

namespace ModelPipeline.Scoring.Tests.RequestLogs;

public sealed class RotatingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_written_stays_when_the_clock_was_set_back()
    {
        using (var earlier = Given(maxFiles: 2))
        {
            Write(earlier, "1");
            Write(earlier, "2");
        }

        _clock.Now -= TimeSpan.FromHours(1);
        using var files = Given(maxFiles: 2);
        Write(files, "3");

        Contents().ShouldBe(["2", "3"], ignoreOrder: true);
    }

    [Fact]
    public void Files_stay_in_order_when_the_clock_is_set_back()
    {
        using var files = Given(maxFiles: 3);
        Write(files, "1");
        _clock.Now -= TimeSpan.FromHours(1);
        foreach (var text in (string[])["2", "3", "4"])
            Write(files, text);

        Contents().ShouldBe(["2", "3", "4"]);
    }

    [Fact]
    public void Two_writers_leave_each_other_the_file_that_is_open()
    {
        using var first = Given(maxFiles: 1);
        using var second = Given(maxFiles: 1);
        Write(first, "1");
        Write(second, "2");
        Write(second, "3");
        Contents().ShouldBe(["1", "3"], ignoreOrder: true);

        Write(first, "4");

        Contents().ShouldBe(["3", "4"], ignoreOrder: true);
    }

    [Fact]
    public void A_file_that_cannot_be_removed_is_counted_and_the_lines_are_written()
    {
        var circle = _folder.File("requests-0.ndjson");
        File.CreateSymbolicLink(circle, circle);
        using var files = Given(maxFiles: 1);

        Write(files, "1");

        files.Unremoved.ShouldBe(1);
        File.ReadAllText(Directory.GetFiles(_folder.Path, "requests-2*").Single()).ShouldBe("1");
    }

    private static void Write(RotatingFile files, string text) => files.Write(System.Text.Encoding.UTF8.GetBytes(text));

    private RotatingFile Given(int maxFiles) => new(_folder.Path, maxBytes: 1, maxFiles, _clock);

    private string[] Contents() => [.. Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
