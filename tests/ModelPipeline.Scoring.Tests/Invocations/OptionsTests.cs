using System.Collections.Concurrent;
using ModelPipeline.Data;
using ModelPipeline.Scoring.Invocations;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Tests.Invocations;

public sealed class OptionsTests(ServedModels models)
{
    private const string Header = "tenure,charges,contract,senior,paperless\n";

    [Theory]
    [InlineData(3, 200)]
    [InlineData(4, 413)]
    public async Task More_rows_than_allowed_are_refused_in_every_form_but_NDJSON(int rows, int status)
    {
        var table = ServedModels.GoldenOf(models.Binary).Rows.Select([.. Enumerable.Range(0, rows)]);
        await using var service = await InvocationService.StartAsync(models.Binary, new() { MaxRows = 3 });

        foreach (var form in Bodies.Forms)
            (await service.PostAsync(Bodies.Of(table, form), Bodies.ContentTypeOf(form))).Status.ShouldBe(form == "application/x-ndjson" ? 200 : status, form);
    }

    [Fact]
    public async Task Accepted_unknown_categories_score_as_they_do_in_process()
    {
        var rows = new Table(
        [
            new NumericColumn("tenure", [5, 6, 7]),
            new NumericColumn("charges", [1, 2, 3]),
            new CategoricalColumn("contract", [0, 1, 0], ["Month-to-month", "new"]),
            new CategoricalColumn("senior", [0, 1, 2], ["1", "2", "3.5"]),
            new CategoricalColumn("paperless", [0, 0, 0], ["True"]),
        ]);
        var expected = models.Binary.Scorer.Score(rows, TestContext.Current.CancellationToken);
        await using var service = await InvocationService.StartAsync(models.Binary, new() { AcceptUnknownCategories = true });

        foreach (var form in Bodies.Forms.Where(form => form != "application/x-ndjson"))
            (await service.PostAsync(Bodies.Of(rows, form), Bodies.ContentTypeOf(form))).Outputs().SelectMany(row => row).ShouldBe(expected.Values.ToArray(), form);
    }

    [Fact]
    public async Task Accepted_missing_values_score_as_they_do_in_process()
    {
        var rows = new Table(
        [
            new NumericColumn("tenure", [double.NaN]),
            new NumericColumn("charges", [double.NaN]),
            new CategoricalColumn("contract", [-1], []),
            new CategoricalColumn("senior", [-1], []),
            new CategoricalColumn("paperless", [-1], []),
        ]);
        var expected = models.Binary.Scorer.Score(rows, TestContext.Current.CancellationToken).Values.ToArray();
        await using var service = await InvocationService.StartAsync(models.Binary, new() { AcceptMissingValues = true });

        foreach (var body in new[] { Bodies.Of(rows, "dataframe_split"), """{"dataframe_records":[{}]}""" })
            (await service.PostAsync(body)).Outputs().SelectMany(row => row).ShouldBe(expected, body);
        (await service.PostAsync(Header + ",na,NULL,NaN,N/A\n", "text/csv")).Outputs().SelectMany(row => row).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"dataframe_split":{"columns":["id","tenure","charges","contract","senior","paperless","é"],"data":[[[{}],1,2,null,0,"True",{}]]}}""", "application/json")]
    [InlineData("""{"dataframe_records":[{"id":[1],"tenure":1,"charges":2,"senior":0,"paperless":"True","\u00e9":{"a":1}}]}""", "application/json")]
    [InlineData("""{"inputs":{"id":3,"tenure":[1],"charges":[2],"contract":[null],"senior":[0],"paperless":["True"]}}""", "application/json")]
    [InlineData("id,tenure,charges,contract,senior,paperless\n\"x\ny\",1,2,,0,True\n", "text/csv")]
    public async Task Unknown_columns_may_be_passed_over(string body, string contentType)
    {
        await using var service = await InvocationService.StartAsync(models.Binary, new() { IgnoreUnknownColumns = true });
        var expected = await service.PostAsync(Header + "1,2,,0,True", "text/csv");

        var answer = await service.PostAsync(body, contentType);

        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldBe(expected.Text);
    }

    [Fact]
    public async Task The_log_is_told_of_the_rows_and_scores_and_not_of_refused_ones()
    {
        var log = new RecordingLog();
        await using var service = await InvocationService.StartAsync(models.Binary, log: log);

        await service.PostAsync(Header + "1,2,,0,True\n", "text/csv");
        await service.PostAsync(Header + "?,2,,0,True\n", "text/csv");

        var (rows, scores) = log.Written.ShouldHaveSingleItem();
        rows["senior"].Text(0).ShouldBe("0");
        scores.Rows.ShouldBe(1);
    }

    private sealed class RecordingLog : IRequestLog
    {
        public ConcurrentQueue<(Table Rows, Scores Scores)> Written { get; } = [];

        public void Write(Table rows, Scores scores) => Written.Enqueue((rows, scores));
    }
}
