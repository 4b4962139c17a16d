using System.Text;
using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class BadInputTests
{
    public static TheoryData<string, string, string> DataFaults => new()
    {
        { "a missing file", "data/penguins.csv does not exist", "missing" },
        { "an empty file", "is empty", "empty" },
        { "a header alone", "no rows", "header" },
        { "a ragged row", "penguins.csv:4:", "ragged" },
        { "one class only", "Adelie", "one class" },
        { "UTF-16", "UTF-8", "utf16" },
    };

    [Theory]
    [MemberData(nameof(DataFaults))]
    public async Task Bad_data_exit_2_with_a_clear_message_and_leave_nothing_half_written(string what, string message, string fault)
    {
        using var repository = new ModelRepository("penguins");
        Spoil(repository.Data("penguins"), fault);

        var run = await repository.RunAsync();

        run.ExitCode.ShouldBe(2, $"{what}: {run.Output}");
        run.Output.ShouldContain(message);
        run.Output.ShouldNotContain("   at ");
        repository.HalfWritten().ShouldBeEmpty();
        Directory.Exists(Path.Combine(repository.Workspace, "penguins", "bundle")).ShouldBeFalse();
        File.Exists(repository.Card("penguins")).ShouldBeFalse();
        repository.Evidence("penguins").Read(StepNames.ValidateData).ShouldNotBeNull().Status.ShouldBe(Status.Error);
        repository.Evidence("penguins").Read(StepNames.Evaluate).ShouldNotBeNull().Status.ShouldBe(Status.NotRun);
    }

    [Theory]
    [InlineData("label: species", "label: spezies", "models/penguins/model.yaml:10:10: data.label: data/penguins.csv has no column 'spezies': did you mean 'species'?")]
    [InlineData("  key: [id]", "  key: [id]\n  columns: { island: numeric }", "data/penguins.csv:2: column 'island': 'Torgersen' is not a number (model.yaml says 'island: numeric'), nor are 343 others (next in line 3)")]
    [InlineData("slices: [island, sex]", "slices: [iland, sex]", "models/penguins/model.yaml:26:12: evaluate.slices: data/penguins.csv has no column 'iland': did you mean 'island'?")]
    public async Task A_spec_that_does_not_fit_the_data_exits_2(string old, string replacement, string message)
    {
        using var repository = new ModelRepository("penguins");
        repository.Edit(repository.Spec("penguins"), old, replacement);

        var run = await repository.RunAsync();

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain(message);
    }

    [Fact]
    public async Task An_unknown_positive_exits_2_and_lists_the_labels_values()
    {
        using var repository = new ModelRepository("churn");
        repository.Edit(repository.Spec("churn"), "positive: \"Yes\"", "positive: \"Ja\"");

        var run = await repository.RunAsync("--target=ValidateData");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("'Ja'");
        run.Output.ShouldContain("'Yes'");
    }

    [Fact]
    public async Task A_text_at_line_4711_of_a_column_that_must_be_numeric_is_named()
    {
        using var repository = new ModelRepository("diamonds");
        repository.Edit(repository.Spec("diamonds"), "  key: [id]", "  key: [id]\n  columns: { carat: numeric }");
        var lines = File.ReadAllLines(repository.Data("diamonds"));
        lines[4710] = lines[4710].Replace(lines[4710].Split(',')[1], "heavy", StringComparison.Ordinal);
        File.WriteAllLines(repository.Data("diamonds"), lines);

        var run = await repository.RunAsync("--target=ValidateData");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("data/diamonds.csv:4711: column 'carat': 'heavy' is not a number");
    }

    [Fact]
    public async Task Faults_in_two_specs_are_reported_at_once_with_places_and_nothing_runs()
    {
        using var repository = new ModelRepository("churn", "penguins");
        repository.Edit(repository.Spec("churn"), "threshold: 0.82", "treshold: 0.82");
        repository.Edit(repository.Spec("penguins"), "release:", "release:\n  bump: huge");
        repository.Edit(repository.Spec("penguins"), "l2: 1.0", "l2: -1");

        var run = await repository.RunAsync();

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("did you mean 'threshold'?");
        run.Output.ShouldContain("'release.bump' must be auto or patch or minor or major");
        run.Output.ShouldContain("l2");
        run.Output.ShouldContain("models/churn/model.yaml:");
        Directory.Exists(Path.Combine(repository.Workspace, "churn")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_mistakes_that_the_README_shows_are_reported_as_it_shows_them()
    {
        using var repository = new ModelRepository("churn");
        repository.Edit(repository.Spec("churn"), "threshold: 0.82", "treshold: 0.82");
        repository.Edit(repository.Spec("churn"), "l2: 1.0", "l2: -1");
        var shown = File.ReadAllText(Repository.Path("README.md")).Split("```\nError: ")[1].Split("\n```")[0];

        var run = await repository.RunAsync();

        run.Output.ShouldContain(shown);
    }

    [Fact]
    public async Task An_alias_bomb_exits_2()
    {
        using var repository = new ModelRepository("penguins");
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var level = 1; level < 30; level++)
            bomb.Append($"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n");
        File.AppendAllText(repository.Spec("penguins"), bomb.ToString());

        var run = await repository.RunAsync();

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("models/penguins/model.yaml:44:5: anchors are not supported");
    }

    [Theory]
    [InlineData("--modle=penguins", "unknown argument '--modle': did you mean '--model'?")]
    [InlineData("--model=pengins", "did you mean 'penguins'?")]
    [InlineData("--target=Verfy", "unknown target 'Verfy': did you mean 'Verify'?")]
    [InlineData("--pull-request=seven", "--pull-request 'seven' is no number of a pull request")]
    [InlineData("--release-version=one", "--release-version 'one' is no version such as 1.0.0")]
    [InlineData("--baseline=2.0.0", "there is no such release in")]
    [InlineData("--baseline=nowhere", "--baseline 'nowhere' is neither a released version")]
    [InlineData("--verbosity=loud", "'loud' is no verbosity: --verbosity takes Quiet, Minimal, Normal, Verbose, Diagnostic")]
    [InlineData("penguins", "--model=penguins")]
    [InlineData("--model=", "'--model' needs a value")]
    [InlineData("--force=maybe", "'maybe' is neither true nor false")]
    [InlineData("--working=nowhere", "there is no folder 'nowhere'")]
    [InlineData("--exclusive", "run the target without --exclusive")]
    [InlineData("--workspace=models", "would mix what runs write with the files of the model penguins")]
    [InlineData("--workspace=models/penguins/data", "would mix what runs write with the files of the model penguins")]
    [InlineData("--workspace=models/penguins/model.yaml", "choose another")]
    public async Task A_bad_argument_exits_2(string argument, string message)
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync(argument);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain(message, Case.Insensitive);
        Directory.Exists(Path.Combine(repository.Workspace, "penguins")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--data=models/churn/data/churn.csv", "--data is for one model, 2 are selected")]
    [InlineData("--candidate=bundle", "--candidate is for one model, 2 are selected")]
    [InlineData("--baseline=1.0.0", "--baseline is for one model, 2 are selected")]
    public async Task What_can_be_meant_for_one_model_only_exits_2_for_several(string argument, string message)
    {
        using var repository = new ModelRepository("churn", "penguins");

        var run = await repository.RunAsync(argument);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain(message);
    }

    [Theory]
    [InlineData("--baseline=none")]
    [InlineData("--candidate=bundle")]
    public async Task The_gate_takes_no_other_comparison_than_that_with_the_champion(string argument)
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--target=GateRelease", argument);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain($"run it without {argument.Split('=')[0]}");
    }

    [Fact]
    public async Task GateRelease_beside_another_target_exits_2_because_it_would_decide_first()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--target=Verify", "--target=GateRelease");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("run the other targets first");
    }

    [Fact]
    public async Task A_hostile_release_file_exits_2_and_writes_no_workflow_command()
    {
        using var repository = new ModelRepository("penguins");
        var folder = Directory.CreateDirectory(Path.Combine(repository.Folder, "models", "penguins", "releases", "1.0.0")).FullName;
        File.WriteAllText(Path.Combine(folder, "release.json"), "{\"schema\":\"x\\n::error::pwned\\u001b[31m\"}");

        var run = await repository.RunAsync();

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldNotContain("::error");
        run.Output.ShouldNotContain("\u001b[31m");
    }

    private static void Spoil(string path, string fault)
    {
        var lines = File.ReadAllLines(path);
        switch (fault)
        {
            case "missing": File.Delete(path); break;
            case "empty": File.WriteAllText(path, ""); break;
            case "header": File.WriteAllLines(path, lines[..1]); break;
            case "ragged": File.WriteAllLines(path, [.. lines[..3], lines[3] + ",extra", .. lines[4..]]); break;
            case "one class": File.WriteAllLines(path, lines.Where((line, i) => i == 0 || line.Contains("Adelie", StringComparison.Ordinal))); break;
            case "utf16": File.WriteAllLines(path, lines, Encoding.Unicode); break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }
    }
}
