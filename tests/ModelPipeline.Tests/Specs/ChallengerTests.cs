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
    private readonly string _model = SpecFolder.Minimal + """
        benchmark: { limits: { latency: 2, size: 3 } }
        release: { approvals: 2 }
        differential: { limits: { label_shift: 0.2, training_rows: 0.95, changed_rows: 0.1 } }
        load: { rate: 50 }
        package: { image: ghcr.io/acme/churn }
        card: { license: mit, limitations: One line., tags: [telecom] }

        """;

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
    public void What_judges_the_data_was_promised_to_callers_or_names_the_image_stays_the_models()
    {
        var spec = Read(Minimal + "differential: { limits: { changed_rows: 0.9 } }\nload: { p99_ms: 20 }\npackage: { base: python }\n").Spec.ShouldNotBeNull();

        var limits = spec.Differential.Limits;
        (limits.ChangedRows, limits.LabelShift, limits.TrainingRows).ShouldBe((0.9, 0.2, 0.95));
        (spec.Load.Rate, spec.Load.P99Ms).ShouldBe((50, 20));
        (spec.Package.Image, spec.Package.Base).ShouldBe(("ghcr.io/acme/churn", "python"));
    }

    [Fact]
    public void Its_card_says_what_it_says_and_the_models_the_rest()
    {
        var card = Read(Minimal + "card: { limitations: Steps where the model has a line. }\n").Spec.ShouldNotBeNull().Card;

        (card.License, card.Limitations).ShouldBe(("mit", "Steps where the model has a line."));
        card.Tags.ShouldBe(["telecom"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  seed: 99\n")]
    [InlineData("  parameters: { iterations: 100 }\n")]
    public void The_models_own_recipe_is_no_challenger(string more) =>
        ShouldFail($"version: 1\ntrain:\n  engine: linear\n  trainer: logistic-regression\n{more}", "2:1: 'train' has the trainer and the parameters of model.yaml: a challenger is another recipe");

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
    [InlineData("differential: { limits: { label_shift: 9, training_rows: 0 } }", "6:40: 'differential.limits.label_shift' is for model.yaml alone", "6:58: 'differential.limits.training_rows' is for model.yaml alone")]
    [InlineData("package: { image: ghcr.io/acme/other }", "6:19: 'package.image' is for model.yaml alone")]
    [InlineData("load: { rate: 1 }", "6:15: 'load.rate' is weaker than 50 of model.yaml: a challenger may demand more than model.yaml, not less")]
    [InlineData("load: { seconds: 9, p99_ms: 51 }", "6:18: 'load.seconds' is weaker than 10", "6:29: 'load.p99_ms' is weaker than 50")]
    [InlineData("load: { errors: 0.1, memory_mb: 512, cpus: 2 }", "6:17: 'load.errors' is weaker than 0", "6:33: 'load.memory_mb' is weaker than 256", "6:44: 'load.cpus' is weaker than 1")]
    [InlineData("load: { arrivals: constant }", "6:19: 'load.arrivals' is another than that of model.yaml")]
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
