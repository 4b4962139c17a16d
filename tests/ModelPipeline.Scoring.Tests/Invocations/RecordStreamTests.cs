using System.Text.Json;

namespace ModelPipeline.Scoring.Tests.Invocations;

public sealed class RecordStreamTests(ServedModels models)
{
    private const string Ndjson = "application/x-ndjson";
    private const string Sound = """{"tenure":1,"charges":2,"contract":null,"senior":0,"paperless":"True"}""";

    [Theory]
    [InlineData("{\"tenure\":\"x\"", "0 tenure: is 'x', a text: send a number, without quotes")]
    [InlineData(Sound + "\n{\"tenure\":NaN", "1 tenure: is no sound JSON: NaN is no JSON: send null where a number is unknown")]
    [InlineData(Sound + " {}", "0 -: is no sound JSON: it breaks at line 1, byte 72")]
    [InlineData("\n[1]", "0 -: is no object of names and values")]
    [InlineData("{\"\\ud800\":1}", "0 -: The body has a name that is no Unicode text: it holds half of a surrogate pair.")]
    public async Task A_fault_in_the_first_lines_refuses_the_request(string body, string fault)
    {
        await using var service = await InvocationService.StartAsync(models.Binary);

        var answer = await service.PostAsync(body, Ndjson);

        answer.Status.ShouldBe(400);
        answer.Faults()[0].ShouldBe(fault);
    }

    [Fact]
    public async Task A_fault_after_the_first_answers_ends_the_stream_with_a_line_that_names_it()
    {
        await using var service = await InvocationService.StartAsync(models.Binary, new() { BatchRows = 4 });

        var answer = await service.PostAsync(string.Concat(Enumerable.Repeat(Sound + "\n", 10)) + "{\"tenure\":null}\n" + Sound, Ndjson);

        answer.Status.ShouldBe(200);
        answer.ContentType.ShouldBe(Ndjson);
        answer.Lines().Length.ShouldBe(11);
        answer.Lines()[..10].ShouldAllBe(line => line.StartsWith("{\"probability\":"));
        Answer.FaultsOf(JsonDocument.Parse(answer.Lines()[10]).RootElement.GetProperty("error"))[0]
            .ShouldBe("10 tenure: is null, but had a value in every row of the training data");
    }

    [Fact]
    public async Task A_score_that_is_not_finite_ends_the_stream_after_the_rows_before_it()
    {
        await using var service = await InvocationService.StartAsync(models[Specs.ModelTask.Regression], new() { BatchRows = 4 });
        var body = string.Concat(Enumerable.Repeat(Sound + "\n", 6)) + Sound.Replace("\"tenure\":1,\"charges\":2", "\"tenure\":-1.7e308,\"charges\":1.7e308") + "\n" + Sound;

        var answer = await service.PostAsync(body, Ndjson);

        answer.Lines().Length.ShouldBe(7);
        Answer.FaultsOf(JsonDocument.Parse(answer.Lines()[6]).RootElement.GetProperty("error")).ShouldBe(["6 -: has no finite score: its numbers are too great"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    public async Task A_body_without_a_row_is_refused(string body)
    {
        await using var service = await InvocationService.StartAsync(models.Binary);

        (await service.PostAsync(body, Ndjson)).Json.GetProperty("detail").GetString().ShouldBe("The body has no row.");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public async Task A_line_beyond_the_limit_is_refused(string end)
    {
        await using var service = await InvocationService.StartAsync(models.Binary, new() { MaxLineBytes = 100 });

        (await service.PostAsync(new string(' ', 101) + end, Ndjson)).Faults().ShouldBe(["0 -: has more than 100 bytes"]);
    }

    [Fact]
    public async Task Lines_that_arrived_are_answered_before_the_body_ends()
    {
        await using var service = await InvocationService.StartAsync(models.Binary);
        using var peer = await ChunkedPeer.ConnectAsync(service, Ndjson);

        await peer.SendAsync(Sound + "\n" + Sound[..10]);
        var head = await peer.ReadUntilAsync("}\n");
        await peer.SendAsync(Sound[10..] + "\r\n\r\n");
        await peer.SendAsync("");
        var rest = await peer.ReadUntilAsync("0\r\n\r\n");

        head.ShouldContain("200 OK");
        rest.Split("\"probability\"").Length.ShouldBe(2);
    }
}
