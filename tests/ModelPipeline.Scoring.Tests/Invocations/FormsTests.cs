using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Tests.Invocations;

public sealed class FormsTests(ServedModels models)
{
    public static TheoryData<ModelTask, string> AllForms => new(Enum.GetValues<ModelTask>().SelectMany(task => Bodies.Forms, (task, form) => (task, form)));

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task Golden_rows_get_the_bits_of_scoring_in_process(ModelTask task, string form)
    {
        var (rows, scores) = ServedModels.GoldenOf(models[task]);
        await using var service = await InvocationService.StartAsync(models[task]);

        var answer = await service.PostAsync(Bodies.Of(rows, form), Bodies.ContentTypeOf(form));

        answer.Status.ShouldBe(200, answer.Text);
        var outputs = form == "application/x-ndjson" ? answer.LineOutputs() : answer.Outputs();
        outputs.Length.ShouldBe(rows.Rows);
        outputs.SelectMany(row => row).ShouldBe(scores.Values.ToArray());
        models[task].Scorer.Score(rows, TestContext.Current.CancellationToken).Values.ToArray().ShouldBe(scores.Values.ToArray());
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task Columns_may_come_in_any_order(ModelTask task, string form)
    {
        var (rows, scores) = ServedModels.GoldenOf(models[task]);
        var reversed = new Table([.. rows.Columns.Reverse()]);
        await using var service = await InvocationService.StartAsync(models[task]);

        var answer = await service.PostAsync(Bodies.Of(reversed, form), Bodies.ContentTypeOf(form));

        (form == "application/x-ndjson" ? answer.LineOutputs() : answer.Outputs()).SelectMany(row => row).ShouldBe(scores.Values.ToArray());
    }

    [Theory]
    [InlineData(ModelTask.BinaryClassification, "probability,label")]
    [InlineData(ModelTask.MulticlassClassification, "probability_a \"b\",probability_größer,probability_z,label")]
    [InlineData(ModelTask.Regression, "prediction")]
    public async Task A_prediction_has_every_output_by_its_name_and_the_class(ModelTask task, string names)
    {
        var (rows, scores) = ServedModels.GoldenOf(models[task]);
        await using var service = await InvocationService.StartAsync(models[task]);

        var answer = await service.PostAsync(Bodies.Of(rows, "dataframe_split"));

        answer.ContentType.ShouldBe("application/json");
        var predictions = answer.Json.GetProperty("predictions").EnumerateArray().ToList();
        foreach (var (row, prediction) in predictions.Index())
        {
            string.Join(',', prediction.EnumerateObject().Select(property => property.Name)).ShouldBe(names);
            if (task != ModelTask.Regression)
                prediction.GetProperty("label").GetString().ShouldBe(models[task].Bundle.Manifest.Signature.Classes[PredictedClass.Of(scores.Row(row))]);
        }
    }

    [Fact]
    public async Task Data_may_come_before_their_columns()
    {
        await using var service = await InvocationService.StartAsync(models.Binary);

        var answer = await service.PostAsync("""{"dataframe_split":{"data":[[1,2,null,"0","True"]],"columns":["tenure","charges","contract","senior","paperless"]},"params":{}}""");

        answer.ShouldSatisfyAllConditions(() => answer.Status.ShouldBe(200), () => answer.Outputs().Length.ShouldBe(1));
    }

    [Theory]
    [InlineData("1", "true")]
    [InlineData("1.0", "true")]
    [InlineData("1e0", "\"True\"")]
    [InlineData("\"\\u0031\"", "\"\\u0054rue\"")]
    public async Task Numbers_and_truth_values_are_taken_for_the_categories_of_their_text(string senior, string paperless)
    {
        await using var service = await InvocationService.StartAsync(models.Binary);
        var expected = await service.PostAsync(One("\"1\"", "\"True\""));

        var answer = await service.PostAsync(One(senior, paperless));

        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldBe(expected.Text);

        static string One(string senior, string paperless) => $$"""{"inputs":[{"tenure":1,"charges":2,"contract":null,"senior":{{senior}},"paperless":{{paperless}}}]}""";
    }

    [Theory]
    [InlineData("""{"dataframe_records":[]}""", "application/json")]
    [InlineData("""{"inputs":{"tenure":[],"charges":[],"contract":[],"senior":[],"paperless":[]}}""", "application/json; charset=UTF-8")]
    [InlineData("tenure,charges,contract,senior,paperless\n", "text/csv")]
    public async Task No_row_gets_no_prediction(string body, string contentType)
    {
        await using var service = await InvocationService.StartAsync(models.Binary);

        var answer = await service.PostAsync(body, contentType);

        answer.Text.ShouldBe("""{"predictions":[]}""");
    }

    [Fact]
    public async Task A_CSV_may_have_a_byte_order_mark_and_Windows_line_ends()
    {
        const string Rows = "tenure,charges,contract,senior,paperless\n1,2,,0,True\n3,4,,1,False\n";
        await using var service = await InvocationService.StartAsync(models.Binary);
        var expected = await service.PostAsync(Rows, "text/csv");

        var answer = await service.PostAsync("\uFEFF" + Rows.Replace("\n", "\r\n"), "text/csv");

        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldBe(expected.Text);
    }

    [Fact]
    public async Task A_body_of_many_pieces_is_read_whole()
    {
        var (rows, scores) = ServedModels.GoldenOf(models.Binary);
        int[] many = [.. Enumerable.Range(0, 20_000).Select(row => row % rows.Rows)];
        await using var service = await InvocationService.StartAsync(models.Binary);

        var answer = await service.PostAsync(Bodies.Of(rows.Select(many), "dataframe_records"));

        answer.Outputs().SelectMany(row => row).ShouldBe(scores.Select(many).Values.ToArray());
    }
}
