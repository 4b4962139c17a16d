using System.Globalization;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Cards;

public sealed class CardBuilderTests : IDisposable
{
    private readonly PipelineFolder _folder = new();

    private static StepEvidence Data { get; } = Given.Evidence(StepNames.ValidateData, Given.Check("parses", Status.Passed)) with
    {
        Measures = new SortedDictionary<string, Measure> { ["class_share.yes_no"] = 0.25, ["rows"] = 1131 },
        Facts = new SortedDictionary<string, string> { ["feature_names"] = "x" },
    };

    private static StepEvidence Train { get; } = Given.Evidence(StepNames.Train, Given.Check("golden_rows", Status.Passed)) with
    {
        Measures = new SortedDictionary<string, Measure> { ["noise_floor.label_flips"] = 0.0135 },
        Facts = new SortedDictionary<string, string> { ["engine"] = "fake", ["parameter.max_rounds"] = "3", ["provenance.dirty_tree"] = "no" },
    };

    private static StepEvidence Evaluate { get; } = Given.Evidence(StepNames.Evaluate, Given.Check("auc.threshold", Status.Passed)) with
    {
        Measures = new SortedDictionary<string, Measure>
        {
            ["auc"] = new(0.81234567, 0.75, 0.875),
            ["log_loss"] = 1e-5,
            ["test_rows"] = 20,
        },
        Slices = [new SliceEvidence("plan=a", 1234, new Dictionary<string, Measure> { ["auc"] = new(0.5, 0.25, 0.75) }), new SliceEvidence("plan=b", 3, new Dictionary<string, Measure>())],
        Facts = new SortedDictionary<string, string> { ["undefined.f1"] = "nothing was predicted positive" },
    };

    private static StepEvidence Differential { get; } = Given.Evidence(StepNames.DifferentialTest, Given.Check("label_flips", Status.Passed));

    private static StepEvidence Benchmark { get; } = Given.Evidence(StepNames.BenchmarkTest, Given.Check("latency", Status.Passed));

    private static StepEvidence Package { get; } = Given.Evidence(StepNames.Package, Given.Check("image", Status.Passed));

    private static StepEvidence Load { get; } = Given.Evidence(StepNames.LoadTest, Given.Check("p99", Status.Passed));

    [Fact]
    public void The_words_are_those_of_the_spec()
    {
        _folder.Spec = _folder.Spec with
        {
            Hypotheses = ["h"],
            DependsOn = ["d"],
            MonitoringOwner = "sre",
            Card = new CardSpec { License = "mit", IntendedUse = "use", OutOfScope = "not", Limitations = "limits", Contacts = "me", DataSource = "source", Tags = ["telecom"] },
        };

        var card = Build(Data, Train, Evaluate);

        (card.Name, card.Description, card.Task, card.Label, card.Owner, card.MonitoringOwner)
            .ShouldBe(("churn", "Who will leave.", "Binary classification", "y = yes", "retention-team", "sre"));
        card.Hypotheses.ShouldBe(["h"]);
        card.DependsOn.ShouldBe(["d"]);
        card.Statements.ShouldBe(new CardStatements("use", "not", "limits", "me", "source"));
        card.FrontMatter.ShouldBe(new CardFrontMatter("mit", card.FrontMatter.Tags, "tabular-classification", "data.csv", $"{Digest.Of("data")}"));
        card.FrontMatter.Tags.ShouldBe(["modelpipeline", "tabular", "telecom"]);
    }

    [Theory]
    [InlineData(ModelTask.MulticlassClassification, "Multiclass classification", "y", "tabular-classification")]
    [InlineData(ModelTask.Regression, "Regression", "y", "tabular-regression")]
    public void Each_task_has_its_words(ModelTask task, string words, string label, string tag)
    {
        _folder.Spec = _folder.Spec with { Task = task };

        var card = Build(Data, Train, Evaluate);

        (card.Task, card.Label, card.FrontMatter.PipelineTag).ShouldBe((words, label, tag));
    }

    [Fact]
    public void The_numbers_are_those_of_the_evidence()
    {
        _folder.Spec = _folder.Spec with { Evaluate = _folder.Spec.Evaluate with { Slices = [new SliceSpec(["plan"])] } };

        var card = Build(Data, Train, Evaluate);

        card.Metrics.ShouldBe(
        [
            new CardMetric("auc", "ROC AUC", "roc_auc", "0.81234567", "0.8123", "[0.7500, 0.8750]"),
            new CardMetric("log_loss", "Log loss", "log_loss", "1.0E-05", "1e-5", ""),
        ]);
        card.SliceMetrics.ShouldBe(["ROC AUC"]);
        card.Slices.Select(slice => $"{slice.Name} {slice.Rows} {string.Join('|', slice.Values)}")
            .ShouldBe(["plan=a 1,234 0.5000 [0.2500, 0.7500]", "plan=b 3 (few) undefined"]);
        card.Data.ShouldBe([new("feature names", "x"), new("class share: yes_no", "0.2500"), new("rows", "1,131"), new("digest", $"{Digest.Of("data")}")]);
        card.Training.ShouldBe([new("engine", "fake"), new("parameter: max_rounds", "3"), new("noise floor: label flips", "0.0135")]);
        card.Provenance.ShouldBe(
        [
            new("trained", "2026-03-01 23:30:15 UTC"), new("dirty tree", "no"), new("spec", $"{Digest.Of("spec")}"), new("tool", $"{Digest.Of("tool")}"),
        ]);
        card.Candidate.ShouldBe($"{Digest.Of("candidate")}");
    }

    [Fact]
    public void A_metric_without_a_value_is_told_with_its_reason_and_is_no_metric_of_the_front_matter()
    {
        var evaluate = Evaluate with
        {
            Measures = new Dictionary<string, Measure> { ["auc"] = double.NaN, ["log_loss"] = double.PositiveInfinity },
        };

        var card = Build(Data, Train, evaluate);

        card.Metrics.ShouldBeEmpty();
        card.UndefinedMetrics.ShouldBe([new("ROC AUC", "its value is NaN"), new("F1", "nothing was predicted positive"), new("Log loss", "its value is Infinity")]);
    }

    [Fact]
    public void Steps_that_passed_make_a_card_that_passed()
    {
        var card = Build(Data, Train, Evaluate, Differential, Benchmark, Package, Load);

        card.Passed.ShouldBeTrue();
        card.Steps.ShouldBe(
        [
            new(StepNames.ValidateData, "passed", "validate-data said so"),
            new(StepNames.Train, "passed", "train said so"),
            new(StepNames.Evaluate, "passed", "evaluate said so"),
            new(StepNames.DifferentialTest, "passed", "differential-test said so"),
            new(StepNames.BenchmarkTest, "passed", "benchmark-test said so"),
            new(StepNames.Package, "passed", "package said so"),
            new(StepNames.LoadTest, "passed", "load-test said so"),
        ]);
        card.Baseline.ShouldBe("none: there was nothing to compare with");
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_culture_makes_no_difference(string culture)
    {
        var expected = Values(Build(Data, Train, Evaluate));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Values(Build(Data, Train, Evaluate)).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_champion_is_named_with_its_digest() =>
        Build(Data, Train with { Baseline = new Baseline("1.2.0", Digest.Of("champion")) }, Evaluate).Baseline.ShouldBe($"1.2.0 ({Digest.Of("champion")})");

    [Fact]
    public void Metrics_are_shown_beside_the_champions_with_the_difference()
    {
        var evaluate = Evaluate with
        {
            Measures = new Dictionary<string, Measure>
            {
                ["auc"] = new(0.84, 0.82, 0.86), ["champion.auc"] = new(0.85, 0.83, 0.87), ["difference.auc"] = new(-0.01, -0.02, 0), ["log_loss"] = 0.4,
            },
        };

        var card = Build(Data, Train, evaluate);

        card.Compared.ShouldBeTrue();
        card.Metrics.ShouldBe(
        [
            new CardMetric("auc", "ROC AUC", "roc_auc", "0.84", "0.8400", "[0.8200, 0.8600]", "0.8500", "-0.0100 [-0.0200, 0]"),
            new CardMetric("log_loss", "Log loss", "log_loss", "0.4", "0.4000", ""),
        ]);
    }

    [Fact]
    public void What_evaluation_comparison_and_benchmark_left_is_gathered()
    {
        var evaluate = Evaluate with { Facts = Facts(("worst_slices", "searched so"), ("fairness.sex.equalized_odds", "why not"), ("report.importance.svg", "d"), ("report.explanation.json", "d")) };
        var differential = Differential with
        {
            Measures = new Dictionary<string, Measure> { ["label_flips"] = 0.02 },
            Facts = Facts(("cause.1", "rows were lost"), ("report.differential.svg", "d"), ("report.differential.csv", "d")),
        };
        var benchmark = Benchmark with { Measures = new Dictionary<string, Measure> { ["size.ratio"] = 1.5 }, Facts = Facts(("report.benchmark.svg", "d")) };

        var card = Build(Data, Train, evaluate, differential, benchmark);

        card.WorstSlices.ShouldBe(["searched so"]);
        card.Fairness.ShouldHaveSingleItem().Column.ShouldBe("sex");
        card.Differences.ShouldBe([new("rows that changed label", "2%")]);
        card.Causes.ShouldBe(["rows were lost"]);
        card.Speed.ShouldBe([new("size", "1.5000")]);
        card.EvaluationFigures.Select(figure => figure.File).ShouldBe(["importance.svg"]);
        card.ComparisonFigures.Select(figure => figure.File).ShouldBe(["differential.svg", "benchmark.svg"]);
        card.Tables.Select(table => table.File).ShouldBe(["differential.csv", "explanation.json"]);
    }

    [Fact]
    public void What_package_and_load_test_left_is_gathered()
    {
        var package = Package with { Measures = new Dictionary<string, Measure> { ["compressed_mb"] = 18.04 }, Facts = Facts(("reference", "churn:0123"), ("report.bom.cdx.json", "d")) };
        var load = Load with { Measures = new Dictionary<string, Measure> { ["latency_ms.p99"] = 3.21 }, Facts = Facts(("report.load.svg", "d"), ("report.load.csv", "d")) };

        var card = Build(Data, Train, Evaluate, package, load);

        card.Serving.ShouldBe([new("image", "churn:0123"), new("size, compressed", "18 MB"), new("99th percentile of the latency", "3.2 ms")]);
        card.ServingFigures.Select(figure => figure.File).ShouldBe(["load.svg"]);
        card.Tables.Select(table => table.File).ShouldBe(["bom.cdx.json", "load.csv"]);
    }

    [Fact]
    public void Nothing_to_compare_with_is_a_pass_and_shows_no_comparison()
    {
        var differential = Given.Evidence(StepNames.DifferentialTest, Given.Check("champion", Status.NoBaseline));
        var benchmark = Given.Evidence(StepNames.BenchmarkTest, Given.Check("champion", Status.NoBaseline));

        var card = Build(Data, Train, Evaluate, differential, benchmark, Package, Load);

        card.Passed.ShouldBeTrue();
        card.Compared.ShouldBeFalse();
        card.Differences.ShouldBeEmpty();
        card.Causes.ShouldBeEmpty();
        card.Speed.ShouldBeEmpty();
    }

    [Fact]
    public void The_worst_checks_come_first_and_otherwise_the_order_of_the_steps()
    {
        var evaluate = Given.Evidence(
            StepNames.Evaluate,
            Given.Check("a", Status.Passed),
            Given.Check("b", Status.Failed) with { Observed = 0.79, Limit = 0.8, Hint = "train longer" },
            Given.Check("c", Status.Error, required: false));

        var card = Build(Data, Train, evaluate);

        card.Passed.ShouldBeFalse();
        card.Checks.ShouldBe(
        [
            new(StepNames.Evaluate, "c", "error (optional)", "", "", "c because", null),
            new(StepNames.Evaluate, "b", "failed", "0.7900", "0.8000", "b because", "train longer"),
            new(StepNames.ValidateData, "parses", "passed", "", "", "parses because", null),
            new(StepNames.Train, "golden_rows", "passed", "", "", "golden_rows because", null),
            new(StepNames.Evaluate, "a", "passed", "", "", "a because", null),
        ]);
    }

    [Fact]
    public void Without_evidence_there_is_a_card_that_claims_nothing()
    {
        var card = Build();

        card.Passed.ShouldBeFalse();
        card.Steps.ShouldAllBe(step => step.Status == "not-run" && step.Summary == "there is no evidence for this candidate");
        card.Candidate.ShouldBe("not measured");
        card.FrontMatter.Revision.ShouldBe("not measured");
        card.Checks.ShouldBeEmpty();
        card.Metrics.ShouldBeEmpty();
        card.UndefinedMetrics.ShouldBeEmpty();
        card.Slices.ShouldBeEmpty();
        card.Data.ShouldBeEmpty();
        card.Training.ShouldBeEmpty();
        card.Provenance.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StepNames.ValidateData)]
    [InlineData(StepNames.Train)]
    [InlineData(StepNames.Evaluate)]
    [InlineData(StepNames.DifferentialTest)]
    [InlineData(StepNames.BenchmarkTest)]
    [InlineData(StepNames.Package)]
    [InlineData(StepNames.LoadTest)]
    public void One_step_without_evidence_is_no_pass(string step)
    {
        var card = Build([.. new[] { Data, Train, Evaluate, Differential, Benchmark, Package, Load }.Where(evidence => evidence.Step != step)]);

        card.Passed.ShouldBeFalse();
        card.Steps.Single(shown => shown.Status == "not-run").Name.ShouldBe(step);
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> Facts(params (string Name, string Value)[] facts) => facts.ToDictionary(fact => fact.Name, fact => fact.Value);

    private CardDocument Build(params StepEvidence[] evidence) => CardBuilder.Build(_folder.Spec, evidence);

    private static List<string> Values(CardDocument card) =>
    [
        .. card.Provenance.Concat(card.Data).Concat(card.Training).Select(fact => fact.Value),
        .. card.Metrics.Select(metric => $"{metric.Exact} {metric.Value} {metric.Interval}"),
        .. card.Slices.SelectMany(slice => slice.Values.Prepend(slice.Rows)),
    ];
}
