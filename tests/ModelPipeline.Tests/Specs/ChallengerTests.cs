using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Specs;

public sealed class ChallengerTests : IDisposable
{
    private const string Path = "models/churn/challengers/trees.yaml";

    private const string Minimal =
        """
        version: 1
        train:
          engine: linear
          trainer: logistic-regression
          parameters: { l2: 5 }

        """;

    private readonly SpecFolder _folder = new();
    private readonly string _model = SpecFolder.Minimal + "benchmark: { limits: { latency: 2, size: 3 } }\nrelease: { approvals: 2 }\n";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_sections_take_the_place_of_the_models_whole_and_all_else_is_the_models()
    {
        var spec = Read(Minimal + "benchmark: { limits: { latency: 4 } }\nreason: Trees see more.\n").Spec.ShouldNotBeNull();

        spec.Train.Parameters.Values["l2"].ShouldBe(5.0);
        spec.Train.Parameters.Values["iterations"].ShouldBe(100L);
        (spec.Benchmark.Limits.Latency, spec.Benchmark.Limits.Size).ShouldBe((4, new BenchmarkLimits().Size));
        spec.Evaluate.Gates["auc"].Threshold.ShouldBe(0.8);
        spec.Release.Approvals.ShouldBe(2);
        (spec.Name, spec.Id, spec.Path).ShouldBe(("churn", "churn/trees", _folder.SpecPath));
        var challenger = spec.Challenger.ShouldNotBeNull();
        (challenger.Name, challenger.File, challenger.Reason).ShouldBe(("trees", "challengers/trees.yaml", "Trees see more."));
        challenger.Sections.ShouldBe(["train", "benchmark"]);
    }

    [Fact]
    public void Its_digest_is_that_of_the_two_files_and_their_names()
    {
        var digest = Read(Minimal).Spec.ShouldNotBeNull().Digest;

        digest.ShouldBe(Digest.Of($"model.yaml {Digest.Of(_model)}\nchallengers/trees.yaml {Digest.Of(Minimal)}\n"));
        new SpecReader([new TestEngine()]).Read(new SpecFiles(_folder.SpecPath, File.ReadAllBytes(_folder.SpecPath), "trees", File.ReadAllBytes(_folder.PathOf(Path))))
            .Spec.ShouldNotBeNull().Digest.ShouldBe(digest);
    }

    [Fact]
    public void A_model_is_none()
    {
        var spec = _folder.Read(_model).Spec.ShouldNotBeNull();

        spec.Challenger.ShouldBeNull();
        spec.Id.ShouldBe("churn");
    }

    [Theory]
    [InlineData("name: other", "6:1: 'name' is for model.yaml alone: a challenger predicts the same from the same data, and is released by the same rules")]
    [InlineData("task: regression", "6:1: 'task' is for model.yaml alone")]
    [InlineData("data: { ignore: [age] }", "6:1: 'data' is for model.yaml alone")]
    [InlineData("release: { approvals: 0 }", "6:1: 'release' is for model.yaml alone")]
    [InlineData("differential: { data: other.csv }", "6:23: 'differential.data' is for model.yaml alone")]
    [InlineData("trian: 1", "6:1: unknown key 'trian': did you mean 'train'?")]
    [InlineData("benchmark:", "6:11: 'benchmark' must be keys with values, but has no value")]
    [InlineData("package: { container: optional }", "6:23: 'package.container' is optional, and model.yaml requires a container: a challenger may not ask for less")]
    [InlineData("evaluate: { slices: [age] }", "6:1: missing key 'evaluate.gates'", "6:13: unknown key 'slices'; known: gates")]
    [InlineData("evaluate: { gates: {} }", "6:20: 'evaluate.gates' must have at least one gate")]
    [InlineData("evaluate: { gates: { r2: { threshold: 0.5 } } }", "6:22: metric 'r2' is not defined for binary-classification")]
    public void What_only_the_model_may_say_and_what_nobody_may_is_refused(string line, params string[] faults) => ShouldFail(Minimal + line + "\n", faults);

    [Theory]
    [InlineData("version: 1\n", "", "1:1: missing key 'version'")]
    [InlineData("version: 1", "version: 2", "1:10: 'version' is 2, a later format than this build reads")]
    [InlineData("train:", "benchmark: {}\ntrian:", "3:1: unknown key 'trian': did you mean 'train'?")]
    [InlineData("l2: 5", "l2: -5", "5:21: 'train.parameters.l2' must be a finite number of at least 0")]
    [InlineData("logistic-regression", "ridge-regression", "4:12: trainer 'ridge-regression' is not for binary-classification")]
    public void Its_own_faults_have_its_own_places(string part, string replacement, string fault) =>
        ShouldFail(Minimal.Replace(part, replacement, StringComparison.Ordinal), fault);

    [Fact]
    public void Faults_of_both_files_are_told_at_once_each_in_its_file()
    {
        _folder.Write("models/churn/model.yaml", _model.Replace("owner: retention-team", "owner: 42"));
        var file = _folder.Write(Path, Minimal.Replace("l2: 5", "l3: 5"));

        var faults = new SpecReader([new TestEngine()]).Read(file).Faults;

        faults.Select(fault => (fault.File, fault.Line)).ShouldBe([(_folder.SpecPath, 3), (file, 5)]);
    }

    [Fact]
    public void A_challenger_of_no_model_is_told_so()
    {
        var file = _folder.Write(Path, Minimal);

        var fault = new SpecReader([new TestEngine()]).Read(file).Faults.ShouldHaveSingleItem();

        (fault.File, fault.Message).ShouldBe((_folder.SpecPath, "there is no such file"));
    }

    [Fact]
    public void A_name_that_no_model_may_have_is_refused()
    {
        _folder.Write("models/churn/model.yaml", _model);
        var file = _folder.Write("models/churn/challengers/More Trees.yaml", Minimal);

        new SpecReader([new TestEngine()]).Read(file).Faults.ShouldHaveSingleItem().Message.ShouldStartWith("the file's name must be lower-case letters");
    }

    [Theory]
    [InlineData("threshold: 0.8", "threshold: 0.85", 0.85, null, null)]
    [InlineData("threshold: 0.8", "max_regression: 0.01", 0.8, 0.01, null)]
    [InlineData("max_regression: 0.02", "max_regression: 0.01", null, 0.01, null)]
    [InlineData("max_regression: 0.02", "min_improvement: 0", null, null, 0.0)]
    [InlineData("min_improvement: 0.01", "min_improvement: 0.02", null, null, 0.02)]
    [InlineData("min_improvement: 0.01", "threshold: 0.9", 0.9, null, 0.01)]
    public void Gates_are_added_and_may_be_stricter(string model, string challenger, double? threshold, double? regression, double? improvement)
    {
        var gate = ReadGates(model, challenger).Spec.ShouldNotBeNull().Evaluate.Gates["auc"];

        (gate.Threshold, gate.MaxRegression, gate.MinImprovement).ShouldBe((threshold, regression, improvement));
    }

    [Theory]
    [InlineData("threshold: 0.8", "threshold: 0.7", "has the threshold 0.7, which is weaker than 0.8 of model.yaml: a challenger may demand more than model.yaml, not less")]
    [InlineData("max_regression: 0.01", "max_regression: 0.02", "has the max_regression 0.02, which is weaker than 0.01 of model.yaml")]
    [InlineData("min_improvement: 0.01", "min_improvement: 0", "has the min_improvement 0, which is weaker than 0.01 of model.yaml")]
    [InlineData("min_improvement: 0.01", "max_regression: 0", "has a max_regression, which is weaker than the min_improvement of model.yaml")]
    public void A_weaker_gate_is_refused(string model, string challenger, string fault) =>
        SpecFolder.FaultsOf(ReadGates(model, challenger)).ShouldHaveSingleItem().ShouldStartWith($"8:10: 'evaluate.gates.auc' {fault}");

    [Fact]
    public void Where_less_is_better_a_greater_threshold_is_weaker()
    {
        var reading = ReadGates("threshold: 0.8 }\n    log_loss: { threshold: 0.5", "threshold: 0.8 }\n    log_loss: { threshold: 0.6");

        SpecFolder.FaultsOf(reading).ShouldHaveSingleItem().ShouldStartWith("9:15: 'evaluate.gates.log_loss' has the threshold 0.6, which is weaker than 0.5");
        ReadGates("threshold: 0.8 }\n    log_loss: { threshold: 0.5", "threshold: 0.8 }\n    log_loss: { threshold: 0.4").Spec.ShouldNotBeNull().Evaluate.Gates["log_loss"].Threshold.ShouldBe(0.4);
    }

    [Fact]
    public void A_value_stands_in_the_file_that_says_it()
    {
        var places = Read(Minimal + "evaluate:\n  gates:\n    accuracy: { threshold: 0.7 }\n").Spec.ShouldNotBeNull().Places;

        places.LineOf("train", ["l2"]).ShouldBe(new SpecLine("challengers/trees.yaml", 5));
        places.LineOf("evaluate", ["accuracy", "threshold"]).ShouldBe(new SpecLine("challengers/trees.yaml", 8));
        places.LineOf("evaluate", ["auc"]).ShouldBe(new SpecLine("model.yaml", 16));
        places.LineOf("benchmark", ["latency"]).ShouldBe(new SpecLine("model.yaml", 17));
        places.At("data.label", "churn").ShouldBe($"{_folder.SpecPath}:8:10: ");
    }

    private SpecReading Read(string challenger)
    {
        _folder.Write("models/churn/model.yaml", _model);
        return new SpecReader([new TestEngine()]).Read(_folder.Write(Path, challenger));
    }

    private SpecReading ReadGates(string model, string challenger)
    {
        _folder.Write("models/churn/model.yaml", _model.Replace("threshold: 0.8", model));
        return new SpecReader([new TestEngine()]).Read(_folder.Write(Path, $"{Minimal}evaluate:\n  gates:\n    auc: {{ {challenger} }}\n"));
    }

    private void ShouldFail(string challenger, params string[] faults)
    {
        var reading = Read(challenger);

        reading.Spec.ShouldBeNull();
        reading.Faults.ShouldAllBe(fault => fault.File == _folder.PathOf(Path));
        var found = SpecFolder.FaultsOf(reading);
        found.Length.ShouldBe(faults.Length, string.Join('\n', found));
        foreach (var (fault, expected) in found.Zip(faults))
            fault.ShouldStartWith(expected);
    }
}
