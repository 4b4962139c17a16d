using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>The same rows and parameters in python3-xgboost, where it is installed.</summary>
public sealed class PythonAgreementTests
{
    private const string Python = "/usr/bin/python3";

    /// <summary>The script's exit code where it cannot import xgboost.</summary>
    private const int NotInstalled = 3;

    [Theory]
    [InlineData("binary", "binary:logistic", 0.5)]
    [InlineData("multiclass", "multi:softprob", 0)]
    [InlineData("regression", "reg:squarederror", 0)]
    public void Scores_agree_within_a_millionth(string task, string objective, double baseScore)
    {
        Library.Require();
        var problem = Of(task);
        var mean = problem.Task == ModelTask.Regression ? problem.Labels.Numbers.ToArray().Average() : 0;
        var parameters = new JsonObject
        {
            ["objective"] = objective,
            ["base_score"] = baseScore,
            ["tree_method"] = "hist",
            ["eta"] = 0.3,
            ["max_depth"] = 3,
            ["lambda"] = 1.0,
            ["nthread"] = 1,
        };
        if (task == "multiclass")
            parameters["num_class"] = 3;

        var theirs = Predict(problem, parameters, mean);

        var ours = problem.Score(problem.Columns);
        ours.Length.ShouldBe(theirs.Length);
        var scale = problem.Task == ModelTask.Regression ? ours.Max() : 1;
        ours.Zip(theirs).ShouldAllBe(pair => Math.Abs(pair.First - mean - pair.Second) <= 1e-6 * scale);
    }

    private static Problem Of(string task)
    {
        Column[] numbers = [.. Samples.Mixed(2000).OfType<NumericColumn>()];
        return (task switch
        {
            "binary" => Samples.MixedBinary(2000),
            "multiclass" => Samples.MixedMulticlass(2000),
            _ => Samples.MixedRegression(2000),
        }) with
        { Columns = numbers };
    }

    private static double[] Predict(Problem problem, JsonObject parameters, double mean)
    {
        using var folder = new TemporaryFolder();
        var labels = problem.Labels.Codes.IsEmpty
            ? problem.Labels.Numbers.ToArray().Select(label => label - mean)
            : problem.Labels.Codes.ToArray().Select(code => (double)code);
        var document = new JsonObject
        {
            ["parameters"] = parameters,
            ["rounds"] = 10,
            ["labels"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]),
            ["rows"] = new JsonArray([.. Enumerable.Range(0, problem.Rows.Rows).Select(Row)]),
        };
        File.WriteAllText(System.IO.Path.Combine(folder.Path, "agree.json"), document.ToJsonString());
        Run(folder.Path);
        return JsonSerializer.Deserialize<double[]>(File.ReadAllText(System.IO.Path.Combine(folder.Path, "scores.json")))!;

        JsonNode Row(int row) => new JsonArray([.. problem.Columns.Cast<NumericColumn>().Select(column => column.IsMissing(row) ? null : (JsonNode)column.Values[row])]);
    }

    /// <summary>Runs the script. Where python3-xgboost is absent the test is skipped, but not in CI.</summary>
    private static void Run(string folder)
    {
        const string absent = "python3-xgboost is not installed";
        var script = Repository.Path("tests/ModelPipeline.XGBoost.Tests/agree.py");
        using var process = File.Exists(Python) ? Process.Start(Python, [script, folder]) : null;
        process?.WaitForExit();
        if (process is null or { ExitCode: NotInstalled })
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", absent);
            Assert.Fail(absent);
        }

        process.ExitCode.ShouldBe(0);
    }
}
