using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Explanation;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Evaluation;
using ModelPipeline.Tests.Figures;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Explanation;

public sealed class ModelExplanationTests
{
    [Theory]
    [InlineData(ModelTask.BinaryClassification, "calibration.svg confusion.svg explanation.json importance.svg thresholds.svg")]
    [InlineData(ModelTask.MulticlassClassification, "calibration.svg confusion.svg explanation.json importance.svg")]
    [InlineData(ModelTask.Regression, "explanation.json importance.svg residuals.svg")]
    public void There_is_a_file_for_every_part_with_rows_and_without(ModelTask task, string files)
    {
        foreach (var rows in new[] { 0, 1, 60 })
        {
            var written = OfSample(task, rows).Files();

            string.Join(' ', written.Keys).ShouldBe(files);
            foreach (var figure in written.Where(file => file.Key.EndsWith(".svg", StringComparison.Ordinal)))
                new Func<string>(() => Encoding.UTF8.GetString(figure.Value.Span)).ShouldBeFigure();
        }
    }

    [Fact]
    public void Equal_arguments_give_equal_bytes_in_any_culture()
    {
        var first = Bytes(Given.ExplainBinary());
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Bytes(Given.ExplainBinary()).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_JSON_is_this_text()
    {
        var scorer = LambdaScorer.OfOne(numbers => numbers[0]);
        var features = new Table([new NumericColumn("a \"b\"\n", [1])]);

        var files = Given.Explain(scorer, features, Labels.OfNumbers([3]), ModelTask.Regression).Files();

        Encoding.UTF8.GetString(files["explanation.json"].Span).ShouldStartWith("""
            {
              "schema": "modelpipeline/explanation/v1",
              "task": "regression",
              "rows": 1,
              "rows_left_out": 0,
              "importance": {
                "loss": "rmse",
                "baseline": 2,
                "rows": 1,
                "repeats": 5,
                "features": [
                  {
                    "feature": "a \"b\"\n"
                  }
                ]
              },
              "residuals": {
                "quantiles": [
                  {
                    "probability": 0.01,
                    "value": 2
                  },
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_is_undefined_is_absent_and_no_number_is_written_as_a_word()
    {
        var json = Encoding.UTF8.GetString(OfSample(ModelTask.BinaryClassification, 0).Files()["explanation.json"].Span);

        json.ShouldEndWith("\n}\n");
        json.ShouldNotContain("NaN");
        json.ShouldNotContain("null");
        using var document = JsonDocument.Parse(json);
        document.RootElement.GetProperty("thresholds")[0].EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("threshold");
        document.RootElement.GetProperty("calibration").GetArrayLength().ShouldBe(0);
    }

    private static string[] Bytes(ModelExplanation explanation) => [.. explanation.Files().Select(file => $"{file.Key} {Convert.ToHexString(file.Value.Span)}")];

    private static ModelExplanation OfSample(ModelTask task, int rows)
    {
        var (labels, scores, _) = Samples.Random(task, rows, 4);
        var scorer = new LambdaScorer(scores.Outputs, numbers => scores.Row((int)numbers[0]).ToArray());
        return Given.Explain(scorer, new Table([new NumericColumn("row", [.. Enumerable.Range(0, rows).Select(row => (double)row)])]), labels, task);
    }
}
