using System.Net;

namespace ModelPipeline.Scoring.Tests.Invocations;

public sealed class RefusalTests(ServedModels models) : IAsyncLifetime
{
    private const string Missing = ", but had a value in every row of the training data";
    private const string NoSenior = "not a category of the training data: '0', '1'";

    private InvocationService _service = null!;

    public async ValueTask InitializeAsync() => _service = await InvocationService.StartAsync(models.Binary);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("null", "is null" + Missing)]
    [InlineData("\"12\"", "is '12', a text: send a number, without quotes")]
    [InlineData("\"NaN\"", "is 'NaN', no finite number: send null where it is unknown")]
    [InlineData("\"-Infinity\"", "is '-Infinity', no finite number: send null where it is unknown")]
    [InlineData("1e999", "is '1e999', beyond the numbers of 64 bits")]
    [InlineData("true", "is 'true', a truth value: send a number")]
    [InlineData("[1]", "is a list where one value belongs")]
    [InlineData("{\"a\":[1]}", "is an object where one value belongs")]
    [InlineData("NaN", "NaN is no JSON: send null where a number is unknown")]
    [InlineData("-Infinity", "Infinity is no JSON: send null where a number is unknown")]
    public async Task A_value_that_is_no_number_is_refused_with_its_row_and_column(string tenure, string message)
    {
        foreach (var body in InAllJsonForms("1", tenure))
        {
            var answer = await _service.PostAsync(body);

            answer.Status.ShouldBe(400, body);
            answer.Faults().ShouldBe(["1 tenure: " + message], body);
        }
    }

    [Theory]
    [InlineData("null", "is null" + Missing)]
    [InlineData("\"2\"", $"is '2', {NoSenior}")]
    [InlineData("2.50", $"is '2.5', {NoSenior}")]
    [InlineData("1e400", $"is '1e400', {NoSenior}")]
    [InlineData("true", $"is 'true', {NoSenior}")]
    [InlineData("\"\"", $"is '', {NoSenior}")]
    [InlineData("\"<a>\\u0000\\n\"", $@"is '<a>\u{{0}}\n', {NoSenior}")]
    [InlineData("\"\\ud800\"", "is no Unicode text: it holds half of a surrogate pair")]
    [InlineData("[]", "is a list where one value belongs")]
    public async Task A_value_that_is_no_category_is_refused_with_its_row_and_column(string senior, string message)
    {
        foreach (var body in InAllJsonForms("1", "1", senior))
        {
            var answer = await _service.PostAsync(body);

            answer.Status.ShouldBe(400, body);
            answer.Faults().ShouldBe(["1 senior: " + message], body);
        }
    }

    [Theory]
    [InlineData(",1,,0,True", "0 tenure: is empty" + Missing)]
    [InlineData("NA,1,,0,True", "0 tenure: is empty" + Missing)]
    [InlineData("inf,1,,0,True", "0 tenure: is 'inf', no finite number: leave it empty where it is unknown")]
    [InlineData("1e999,1,,0,True", "0 tenure: is '1e999', no finite number: leave it empty where it is unknown")]
    [InlineData("\"1,5\",1,,0,True", "0 tenure: is '1,5', not a number")]
    [InlineData("1,1,,0.0,True", "0 senior: is '0.0', " + NoSenior)]
    [InlineData("1,1,,0", "0 -: has 4 fields, the header has 5")]
    [InlineData("1,1,\"a\"b,0,True", "0 -: has an unsound quote: a quote inside a field is written twice, and the field in quotes")]
    [InlineData("1,1,\"a,0,True", "0 -: has an unsound quote: a quote inside a field is written twice, and the field in quotes")]
    public async Task A_faulty_record_of_a_CSV_is_refused(string record, string fault)
    {
        var answer = await _service.PostAsync("tenure,charges,contract,senior,paperless\n" + record, "text/csv");

        answer.Status.ShouldBe(400);
        answer.Faults().ShouldBe([fault]);
    }

    [Fact]
    public async Task Every_fault_of_every_row_is_named()
    {
        var answer = await _service.PostAsync("""
            {"dataframe_records":[{"tenure":"x","charges":null,"contract":"?","senior":1},{"tenure":1,"charges":1,"contract":null,"senior":0,"paperless":"True","tenure":2,"id":7}, 5]}
            """);

        answer.Status.ShouldBe(400);
        answer.ContentType.ShouldBe("application/problem+json");
        answer.Json.GetProperty("title").GetString().ShouldBe("Bad Request");
        answer.Json.GetProperty("detail").GetString().ShouldBe("The rows have 6 faults; 'errors' names them.");
        answer.Faults().ShouldBe(
        [
            "0 tenure: is 'x', a text: send a number, without quotes",
            "0 contract: is '?', not a category of the training data: 'Month-to-month', 'One, \"year\"', 'zwei Jahre – größer'",
            "0 paperless: is missing",
            "1 tenure: is given twice",
            "1 id: is no input of the model",
            "2 -: is no object of names and values",
        ]);
    }

    [Fact]
    public async Task Of_many_faults_the_first_hundred_are_named_and_all_are_counted()
    {
        var answer = await _service.PostAsync("tenure,charges,contract,senior,paperless\n" + string.Concat(Enumerable.Repeat("?,1,,0,True\n", 1000)), "text/csv");

        answer.Faults().Length.ShouldBe(100);
        answer.Json.GetProperty("total").GetInt32().ShouldBe(1000);
        answer.Json.GetProperty("detail").GetString().ShouldBe("The rows have 1000 faults; 'errors' names the first 100.");
    }

    [Theory]
    [InlineData("""{"dataframe_split":{"columns":["tenure","tenure","id"],"data":[]}}""", "application/json")]
    [InlineData("""{"inputs":{"tenure":[],"tenure":[],"id":[]}}""", "application/json")]
    [InlineData("tenure,tenure,id\n", "text/csv")]
    public async Task Missing_unknown_and_repeated_columns_are_named_together(string body, string contentType)
    {
        var answer = await _service.PostAsync(body, contentType);

        answer.Status.ShouldBe(400);
        answer.Faults().ShouldBe(
        [
            "- tenure: is given twice", "- id: is no input of the model",
            "- charges: is missing", "- contract: is missing", "- senior: is missing", "- paperless: is missing",
        ]);
    }

    [Fact]
    public async Task A_row_of_another_length_is_named()
    {
        var answer = await _service.PostAsync("""{"dataframe_split":{"columns":["tenure","charges","contract","senior","paperless"],"data":[[1,1,null,0,"True"],[1,1],[1,1,null,0,"True",[3]],{}]}}""");

        answer.Faults().ShouldBe(["1 -: has 2 values, there are 5 columns", "2 -: has 6 values, there are 5 columns", "3 -: is no list of values"]);
    }

    [Fact]
    public async Task Columns_of_unequal_length_are_named()
    {
        var answer = await _service.PostAsync("""{"inputs":{"tenure":[1,2],"charges":[1],"contract":[null,null],"senior":[],"paperless":["True","True"]}}""");

        answer.Faults().ShouldBe(["- charges: has 1 values, the first column has 2", "- senior: has 0 values, the first column has 2"]);
    }

    [Fact]
    public async Task A_column_that_is_no_list_is_named()
    {
        var answer = await _service.PostAsync("""{"inputs":{"tenure":1,"charges":[1],"contract":{},"senior":[0],"paperless":["True"]}}""");

        answer.Faults().ShouldBe(["- tenure: is no list of values", "- contract: is no list of values"]);
    }

    [Theory]
    [InlineData("", "The body is empty.")]
    [InlineData(" ", "The body is no sound JSON: it breaks at line 1, byte 2.")]
    [InlineData("[1]", "The body must be a JSON object with one of 'dataframe_split', 'dataframe_records' and 'inputs'.")]
    [InlineData("{}", "The body must be a JSON object with one of 'dataframe_split', 'dataframe_records' and 'inputs'; it has none of them.")]
    [InlineData("""{"instances":[]}""", "The body must be a JSON object with one of 'dataframe_split', 'dataframe_records' and 'inputs'; 'instances' is none of them.")]
    [InlineData("""{"inputs":[],"dataframe_records":[]}""", "The body must be a JSON object with one of 'dataframe_split', 'dataframe_records' and 'inputs'; it has 'inputs' and another 'dataframe_records'.")]
    [InlineData("""{"inputs":[],"inputs":[]}""", "The body must be a JSON object with one of 'dataframe_split', 'dataframe_records' and 'inputs'; it has 'inputs' and another 'inputs'.")]
    [InlineData("""{"inputs":3}""", "'inputs' must be an object with a list for each column, or a list of objects.")]
    [InlineData("""{"dataframe_split":[]}""", "'dataframe_split' must be an object with 'columns' and 'data'.")]
    [InlineData("""{"dataframe_split":{"data":[]}}""", "'dataframe_split' has no 'columns'.")]
    [InlineData("""{"dataframe_split":{"data":[],"data":[]}}""", "'dataframe_split' has 'data' twice.")]
    [InlineData("""{"dataframe_split":{"columns":{}}}""", "'columns' of 'dataframe_split' must be a list of names.")]
    [InlineData("""{"dataframe_split":{"columns":[1]}}""", "'columns' of 'dataframe_split' must be a list of names.")]
    [InlineData("""{"dataframe_split":{"dtypes":1}}""", "'dataframe_split' has 'columns', 'data' and perhaps 'index', not 'dtypes'.")]
    [InlineData("""{"dataframe_records":{}}""", "'dataframe_records' must be a list of objects.")]
    [InlineData("""{"dataframe_records":[],"params":{"a":1}}""", "The model takes no 'params': leave them out.")]
    [InlineData("""{"dataframe_records":[]} x""", "The body is no sound JSON: it breaks at line 1, byte 26.")]
    [InlineData("""{"\ud800":1}""", "The body has a name that is no Unicode text: it holds half of a surrogate pair.")]
    [InlineData("""{"dataframe_split":{"\ud800":1}}""", "The body has a name that is no Unicode text: it holds half of a surrogate pair.")]
    [InlineData("""{"inputs":{"\ud800":1}}""", "The body has a name that is no Unicode text: it holds half of a surrogate pair.")]
    [InlineData("""{"dataframe_split":{"columns":["\ud800"]}}""", "The body has a name that is no Unicode text: it holds half of a surrogate pair.")]
    [InlineData("""{"dataframe_records":[{"\ud800":1}]}""", "The body has a name that is no Unicode text: it holds half of a surrogate pair.")]
    public async Task A_body_of_another_shape_is_refused_with_what_is_expected(string body, string detail)
    {
        var answer = await _service.PostAsync(body);

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("detail").GetString().ShouldBe(detail);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    public async Task Bytes_that_are_not_UTF_8_are_refused(string contentType)
    {
        var answer = await _service.PostAsync([(byte)'{', 0xFF, 0xFE], contentType);

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("detail").GetString().ShouldBe("The body is not UTF-8.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_content_type_is_refused(string? contentType)
    {
        var answer = await _service.PostAsync("{}"u8.ToArray(), contentType);

        answer.Status.ShouldBe(415);
        answer.Json.GetProperty("detail").GetString().ShouldBe("Content-Type must be application/json, text/csv or application/x-ndjson, in UTF-8.");
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var content = new ByteArrayContent([31, 139]);
        content.Headers.ContentEncoding.Add("gzip");

        (await _service.PostAsync(content, "application/json")).Status.ShouldBe(415);
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        using var client = new HttpClient();

        var answer = await client.GetAsync(new Uri(_service.Address, "/invocations"), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_row_whose_score_is_not_finite_is_refused()
    {
        await using var service = await InvocationService.StartAsync(models[Specs.ModelTask.Regression]);

        var answer = await service.PostAsync("tenure,charges,contract,senior,paperless\n1,1,,0,True\n-1.7e308,1.7e308,,0,True\n", "text/csv");

        answer.Status.ShouldBe(400);
        answer.Faults().ShouldBe(["1 -: has no finite score: its numbers are too great"]);
    }

    private static string[] InAllJsonForms(string firstTenure, string tenure, string senior = "0") =>
    [
        $$"""{"dataframe_split":{"columns":["tenure","charges","contract","senior","paperless"],"data":[[{{firstTenure}},1,null,0,"True"],[{{tenure}},1,null,{{senior}},"True"]]} }""",
        $$"""{"dataframe_records":[{{Record(firstTenure, "0")}}, {{Record(tenure, senior)}}]}""",
        $$"""{"inputs":{"tenure":[{{firstTenure}},{{tenure}}],"charges":[1,1],"contract":[null,null],"senior":[0,{{senior}}],"paperless":["True","True"]} }""",
    ];

    private static string Record(string tenure, string senior) => $$"""{"tenure":{{tenure}},"charges":1,"contract":null,"senior":{{senior}},"paperless":"True"}""";
}
