using System.Text;

namespace ModelPipeline.Scoring.Tests.Invocations;

public sealed class HostileBodyTests(ServedModels models) : IAsyncLifetime
{
    private const int Bodies = 1500;

    private InvocationService _service = null!;

    public async ValueTask InitializeAsync() => _service = await InvocationService.StartAsync(models.Binary);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_bytes_are_refused(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Bodies / 3; i++)
        {
            var body = new byte[random.Next(300)];
            random.NextBytes(body);
            await ShouldBeJudged(body, random, least: 400);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Sound_bodies_that_were_changed_anywhere_are_scored_or_refused(int seed)
    {
        var random = new Random(seed);
        var rows = ServedModels.GoldenOf(models.Binary).Rows.Select([0, 1, 2]);
        byte[][] sound = [.. Invocations.Bodies.Forms.Select(form => Encoding.UTF8.GetBytes(Invocations.Bodies.Of(rows, form)))];
        for (var i = 0; i < Bodies; i++)
            await ShouldBeJudged(Changed([.. sound[random.Next(sound.Length)]], random), random, least: 200);
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var deep = string.Concat(Enumerable.Repeat(open, 100_000));
            foreach (var body in new[] { deep, "{\"inputs\":" + deep, "{\"dataframe_records\":[{\"tenure\":" + deep + string.Concat(Enumerable.Repeat(close, 100_000)) + "}]}" })
                (await _service.PostAsync(body)).Status.ShouldBe(400);
        }
    }

    [Fact]
    public async Task Huge_texts_and_numbers_are_refused_in_a_short_answer()
    {
        foreach (var value in new[] { $"\"{new string('x', 5_000_000)}\"", new string('9', 5_000_000), "1e" + new string('9', 1000), "\"" + string.Concat(Enumerable.Repeat("\\u0041", 500_000)) + "\"" })
        {
            foreach (var column in new[] { "tenure", "senior" })
            {
                var answer = await _service.PostAsync($$"""{"dataframe_records":[{"{{column}}":{{value}}}]}""");

                answer.Status.ShouldBe(400);
                answer.Text.Length.ShouldBeLessThan(2000);
            }
        }
    }

    [Fact]
    public async Task Many_unknown_columns_are_refused_in_a_short_answer()
    {
        var answer = await _service.PostAsync(string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"column {i}")) + "\n", "text/csv");

        answer.Status.ShouldBe(400);
        answer.Text.Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task A_body_beyond_the_servers_limit_is_refused_as_too_large()
    {
        var answer = await _service.PostAsync(new StreamContent(new MemoryStream(new byte[31_000_000])), "application/json");

        answer.Status.ShouldBe(413);
    }

    private async Task ShouldBeJudged(byte[] body, Random random, int least)
    {
        string[] contentTypes = ["application/json", "text/csv", "application/x-ndjson"];
        var contentType = contentTypes[random.Next(contentTypes.Length)];
        var answer = await _service.PostAsync(body, contentType);
        answer.Status.ShouldBeInRange(least, 499, $"{contentType} {Convert.ToBase64String(body)}");
    }

    private static byte[] Changed(byte[] body, Random random)
    {
        const string Likely = "{}[]\",:0-eE.\\unulltrue\n\r \0ÿ";
        for (var changes = random.Next(1, 4); changes > 0 && body.Length > 0; changes--)
        {
            var at = random.Next(body.Length);
            body = random.Next(4) switch
            {
                0 => body[..at],
                1 => [.. body[..at], .. body[(at + 1)..]],
                2 => [.. body[..at], .. body[random.Next(body.Length)..]],
                _ => [.. body[..at], (byte)Likely[random.Next(Likely.Length)], .. body[at..]],
            };
        }

        return body;
    }
}
