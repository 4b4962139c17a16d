using System.Text;
using ModelPipeline.Scoring.Invocations;
using ModelPipeline.Scoring.Invocations.Forms;
using ModelPipeline.Scoring.Invocations.Rows;

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

    [Theory]
    [InlineData("text/csv", "", ",", "\n")]
    [InlineData("text/csv", "tenure,charges,contract,senior,paperless\n", ",", "\n")]
    [InlineData("text/csv", "tenure,charges,contract,senior,paperless\nx\"y,\"\n", "\",,,\"\n", "\n")]
    [InlineData("application/json", "{\"dataframe_split\":{\"columns\":[\"\"", ",\"\"", "],\"data\":[]}}")]
    public async Task A_body_of_separators_takes_no_memory_beside_itself(string contentType, string start, string repeated, string end)
    {
        var body = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, 24_000_000 / repeated.Length)) + end);
        var batch = new RowBatch(new ModelInputs(models.Binary.Bundle.Manifest, new()), new RowFaults());
        var before = GC.GetAllocatedBytesForCurrentThread();

        Action read = contentType == "text/csv" ? () => CsvForm.Read(body, batch) : () => JsonForm.Read(body, batch);

        Should.Throw<RefusedException>(read).Status.ShouldBe(400);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(96 << 20);
        (await _service.PostAsync(body, contentType)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Bodies_beyond_what_may_be_held_are_refused_and_the_next_is_taken()
    {
        await using var service = await InvocationService.StartAsync(models.Binary, new() { MaxHeldBytes = 1 << 20 });

        var refused = await service.PostAsync(new byte[2 << 20], "text/csv");
        var unannounced = await service.PostAsync(new ChunkedContent(new byte[2 << 20]), "text/csv");
        var sound = await service.PostAsync(Invocations.Bodies.Of(ServedModels.GoldenOf(models.Binary).Rows.Select([.. Enumerable.Range(0, 4000).Select(row => row % 40)]), "text/csv"), "text/csv");

        refused.Status.ShouldBe(503);
        unannounced.Status.ShouldBe(503);
        sound.Status.ShouldBe(200);
    }

    [Fact]
    public void What_a_body_has_taken_is_given_back()
    {
        var budget = new BodyBudget(1 << 20);
        using (var copy = new BodyCopy(budget))
        {
            copy.TryAppend(new(new byte[300_000])).ShouldBeTrue();
            copy.TryAppend(new(new byte[1 << 20])).ShouldBeFalse();
            copy.Bytes.Length.ShouldBe(300_000);
            budget.TryTake(1 << 20).ShouldBeFalse();
        }

        budget.TryTake(1 << 20).ShouldBeTrue();
    }

    [Fact]
    public async Task Values_beyond_the_most_are_refused()
    {
        await using var service = await InvocationService.StartAsync(models.Binary, new() { MaxValues = 15 });
        var rows = ServedModels.GoldenOf(models.Binary).Rows;

        (await service.PostAsync(Invocations.Bodies.Of(rows.Select([0, 1, 2]), "inputs"))).Status.ShouldBe(200);
        (await service.PostAsync(Invocations.Bodies.Of(rows.Select([0, 1, 2, 3]), "inputs"))).Status.ShouldBe(413);
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
