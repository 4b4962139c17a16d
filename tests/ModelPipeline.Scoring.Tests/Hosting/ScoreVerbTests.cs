using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.Tests.Hosting;

public sealed class ScoreVerbTests
{
    [Fact]
    public async Task A_file_is_scored_beside_its_key()
    {
        using var sample = ServedSample.Champion("churn");
        var output = Path.Combine(sample.Folder, "scores.csv");

        var (code, text, _) = await RunAsync(sample, "--input", Repository.Path("models/churn/data/churn.csv"), $"--output={output}", "--key", "customer_id");

        code.ShouldBe(0);
        text.ShouldStartWith($"7,043 rows scored with churn ({sample.Bundle.Digest.Short})");
        text.ShouldContain("11 missing");
        var lines = File.ReadAllLines(output);
        lines[0].ShouldBe("customer_id,probability,label");
        lines.Length.ShouldBe(7044);
    }

    [Fact]
    public async Task Faulty_arguments_are_named_all_at_once()
    {
        using var sample = ServedSample.Champion("churn");

        var (code, _, errors) = await RunAsync(sample, "--inptu", "x", "--columns=some", "--output");

        code.ShouldBe(2);
        errors.ShouldContain("--input");
        errors.ShouldContain("--output needs a value");
        errors.ShouldContain("--columns takes key or all, not 'some'");
    }

    [Fact]
    public async Task Rows_at_fault_exit_2_and_leave_nothing()
    {
        using var sample = ServedSample.Champion("diamonds");
        var (input, output) = (Path.Combine(sample.Folder, "rows.csv"), Path.Combine(sample.Folder, "scores.csv"));
        var lines = File.ReadLines(Repository.Path("models/diamonds/data/diamonds.csv")).Take(3).ToList();
        File.WriteAllLines(input, [.. lines, lines[1].Replace(',', ';')]);

        var (code, _, errors) = await RunAsync(sample, "--input", input, "--output", output);

        code.ShouldBe(2);
        errors.ShouldContain("rows.csv:4: 1 field where the header has");
        Directory.EnumerateFiles(sample.Folder).ShouldBe([input]);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(ServedSample sample, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ScoreVerb.RunAsync(arguments, sample.Bundle.Folder, output, errors, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
