using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Specs;

public sealed class ValidSpecTests : IDisposable
{
    private const string Full =
        """
        name: churn
        version: 1
        owner: retention-team
        monitoring_owner: watch-team
        task: binary-classification
        description: Which customers will leave next month.
        hypotheses: [Short contracts leave more often]
        depends_on: [income]
        data:
          path: ../shared/churn.csv.gz
          label: churn
          positive: Yes
          key: [customer_id, 2024]
          time: seen_at
          ignore: [notes]
          columns: { senior_citizen: categorical, seen_at: time, customer_id: text }
          split: { test: 0.25, method: group, seed: -3, group: household }
          checks: { missing: 0.05, duplicates: 0 }
        train:
          engine: linear
          trainer: logistic-regression
          seed: 11
          parameters: { l2: 2, iterations: 50, solver: "10", intercept: false }
        evaluate:
          gates:
            auc: { threshold: 0.80, max_regression: 0.01 }
            log_loss: { threshold: 1.5 }
            mcc: { min_improvement: 0 }
          undecided: pass
          slices: [female, [senior_citizen, female], [7]]
          slice_gates:
            auc: { max_regression: 0.03, min_rows: 100 }
            f1: { threshold: 0.5 }
        differential:
          tolerance: { absolute: 0.05, relative: 0.1 }
          limits: { changed_rows: 0.1, label_flips: 0.02, negative_flips: 0.01, mean_shift: 0.03, lost_features: 1, label_shift: 0.2, training_rows: 0.5 }
          data: data/reference*.csv
        benchmark:
          limits: { latency: 1, batch: 1.3, train: 2, memory: 1.4, size: 1000 }
        load: { rate: 50.5, seconds: 3, arrivals: constant, p99_ms: 20, errors: 0.01, memory_mb: 128, cpus: 0.5 }
        package: { image: "ghcr.io/acme/churn", base: ./base.tar, container: optional }
        card:
          license: apache-2.0
          intended_use: Retention offers.
          out_of_scope: Credit decisions.
          limitations: |
            One country.
            One year.
          contacts: retention@example.org
          data_source: Public sample.
          tags: [churn, tabular]
        release: { first: true, approvals: 2, code_owners: true, bots: ["acme[bot]"], checks: [ci, lint], allow_neutral: [lint], bump: minor, stages: [test, live] }

        """;

    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_spec_is_read_key_by_key()
    {
        _folder.Write("models/income/model.yaml", "");

        var reading = _folder.Read(Full);

        SpecFolder.FaultsOf(reading).ShouldBeEmpty();
        var spec = reading.Spec.ShouldNotBeNull();
        spec.Path.ShouldBe(_folder.SpecPath);
        spec.Digest.ShouldBe(Digest.OfFile(_folder.SpecPath));
        spec.Name.ShouldBe("churn");
        spec.Owner.ShouldBe("retention-team");
        spec.MonitoringOwner.ShouldBe("watch-team");
        spec.Task.ShouldBe(ModelTask.BinaryClassification);
        spec.Description.ShouldBe("Which customers will leave next month.");
        spec.Hypotheses.ShouldBe(["Short contracts leave more often"]);
        spec.DependsOn.ShouldBe(["income"]);
        spec.Data.Path.ShouldBe("../shared/churn.csv.gz");
        spec.Data.Label.ShouldBe("churn");
        spec.Data.Positive.ShouldBe("Yes");
        spec.Data.Key.ShouldBe(["customer_id", "2024"]);
        spec.Data.Time.ShouldBe("seen_at");
        spec.Data.Ignore.ShouldBe(["notes"]);
        spec.Data.Columns.ShouldBe(new Dictionary<string, ColumnType>
        {
            ["senior_citizen"] = ColumnType.Categorical,
            ["seen_at"] = ColumnType.Time,
            ["customer_id"] = ColumnType.Text,
        });
        spec.Data.Split.ShouldBe(new SplitSpec { Test = 0.25, Method = SplitMethod.Group, Seed = -3, Group = "household" });
        spec.Data.Checks.ShouldBe(new DataChecksSpec { Missing = 0.05, Duplicates = 0 });
        spec.Train.Engine.ShouldBe("linear");
        spec.Train.Trainer.ShouldBe("logistic-regression");
        spec.Train.Seed.ShouldBe(11);
        spec.Train.Parameters.Number("l2").ShouldBe(2);
        spec.Train.Parameters.Integer("iterations").ShouldBe(50);
        spec.Train.Parameters.Text("solver").ShouldBe("10");
        spec.Train.Parameters.Flag("intercept").ShouldBeFalse();
        spec.Evaluate.Gates.ShouldBe(new Dictionary<string, GateSpec>
        {
            ["auc"] = new() { Threshold = 0.8, MaxRegression = 0.01 },
            ["log_loss"] = new() { Threshold = 1.5 },
            ["mcc"] = new() { MinImprovement = 0 },
        });
        spec.Evaluate.Undecided.ShouldBe(Undecided.Pass);
        spec.Evaluate.Slices.Select(slice => slice.Name).ShouldBe(["female", "senior_citizen, female", "7"]);
        spec.Evaluate.SliceGates.ShouldBe(new Dictionary<string, SliceGateSpec>
        {
            ["auc"] = new(new GateSpec { MaxRegression = 0.03 }) { MinRows = 100 },
            ["f1"] = new(new GateSpec { Threshold = 0.5 }) { MinRows = 30 },
        });
        spec.Differential.ShouldBe(new DifferentialSpec
        {
            Tolerance = new ToleranceSpec { Absolute = 0.05, Relative = 0.1 },
            Limits = new DifferentialLimits { ChangedRows = 0.1, LabelFlips = 0.02, NegativeFlips = 0.01, MeanShift = 0.03, LostFeatures = 1, LabelShift = 0.2, TrainingRows = 0.5 },
            Data = "data/reference*.csv",
        });
        spec.Benchmark.Limits.ShouldBe(new BenchmarkLimits { Latency = 1, Batch = 1.3, Train = 2, Memory = 1.4, Size = 1000 });
        spec.Load.ShouldBe(new LoadSpec { Rate = 50.5, Seconds = 3, Arrivals = Arrivals.Constant, P99Ms = 20, Errors = 0.01, MemoryMb = 128, Cpus = 0.5 });
        spec.Package.ShouldBe(new PackageSpec { Image = "ghcr.io/acme/churn", Base = "./base.tar", Container = ContainerUse.Optional });
        spec.Card.License.ShouldBe("apache-2.0");
        spec.Card.IntendedUse.ShouldBe("Retention offers.");
        spec.Card.OutOfScope.ShouldBe("Credit decisions.");
        spec.Card.Limitations.ShouldBe("One country.\nOne year.\n");
        spec.Card.Contacts.ShouldBe("retention@example.org");
        spec.Card.DataSource.ShouldBe("Public sample.");
        spec.Card.Tags.ShouldBe(["churn", "tabular"]);
        (spec.Release.First, spec.Release.Approvals, spec.Release.CodeOwners, spec.Release.Bump).ShouldBe((true, 2, true, VersionBump.Minor));
        spec.Release.Bots.ShouldBe(["acme[bot]"]);
        spec.Release.Checks.ShouldBe(["ci", "lint"]);
        spec.Release.AllowNeutral.ShouldBe(["lint"]);
        spec.Release.Stages.ShouldBe(["test", "live"]);
    }

    [Fact]
    public void What_is_not_written_has_its_default()
    {
        var spec = _folder.Read(SpecFolder.Minimal).Spec.ShouldNotBeNull();

        spec.MonitoringOwner.ShouldBe("retention-team");
        spec.Hypotheses.ShouldBeEmpty();
        spec.DependsOn.ShouldBeEmpty();
        spec.Data.Time.ShouldBeNull();
        spec.Data.Ignore.ShouldBeEmpty();
        spec.Data.Columns.ShouldBeEmpty();
        spec.Data.Split.ShouldBe(new SplitSpec { Test = 0.2, Method = SplitMethod.Stratified, Seed = 7 });
        spec.Data.Checks.ShouldBe(new DataChecksSpec());
        spec.Train.Seed.ShouldBe(7);
        spec.Train.Parameters.Values.ShouldBe(new Dictionary<string, object>
        {
            ["intercept"] = true,
            ["iterations"] = 100L,
            ["l2"] = 1.0,
            ["scaling"] = "standard",
            ["solver"] = "newton",
        });
        spec.Evaluate.Slices.ShouldBeEmpty();
        spec.Evaluate.SliceGates.ShouldBeEmpty();
        spec.Evaluate.Undecided.ShouldBe(Undecided.Fail);
        spec.Differential.ShouldBe(new DifferentialSpec());
        spec.Benchmark.ShouldBe(new BenchmarkSpec());
        spec.Card.License.ShouldBeNull();
        spec.Card.Tags.ShouldBeEmpty();
        (spec.Release.First, spec.Release.Approvals, spec.Release.CodeOwners, spec.Release.Bump).ShouldBe((false, 1, false, VersionBump.Auto));
        new[] { spec.Release.Bots, spec.Release.Checks, spec.Release.AllowNeutral }.ShouldAllBe(names => names.Count == 0);
        spec.Release.Stages.ShouldBe(["staging", "production"]);
    }

    [Fact]
    public void Parameters_may_be_lists_and_maps()
    {
        var spec = _folder.ReadWith("trainer: logistic-regression", """
            trainer: logistic-regression
              parameters:
                weights: { "yes": 3, no: 0.5 }
                steps: [scale, "1", scale]
                extra: { rate: 0.5, depth: 3, fast: true, name: a b, quoted: "3" }
                scaling: none
            """).Spec;

        var parameters = spec.ShouldNotBeNull().Train.Parameters;
        parameters.Map("weights").ShouldBe(new Dictionary<string, object> { ["no"] = 0.5, ["yes"] = 3.0 });
        parameters.List("steps").ShouldBe(["scale", "1", "scale"]);
        parameters.Map("extra").ShouldBe(new Dictionary<string, object> { ["depth"] = 3L, ["fast"] = true, ["name"] = "a b", ["quoted"] = "3", ["rate"] = 0.5 });
        parameters.Text("scaling").ShouldBe("none");
        parameters.Values.Keys.ShouldContain("steps.0");
    }

    [Fact]
    public void A_key_without_a_value_has_its_default()
    {
        var spec = _folder.Read(SpecFolder.Minimal + "monitoring_owner:\nhypotheses: ~\ncard:\nrelease: { approvals: null }\n").Spec.ShouldNotBeNull();

        spec.MonitoringOwner.ShouldBe("retention-team");
        spec.Hypotheses.ShouldBeEmpty();
        spec.Release.Approvals.ShouldBe(1);
    }

    [Fact]
    public void Regression_is_split_at_random_by_default()
    {
        var spec = _folder.Read(SpecFolder.Minimal
            .Replace("task: binary-classification", "task: regression")
            .Replace("  positive: \"Yes\"\n", "")
            .Replace("logistic-regression", "ridge-regression")
            .Replace("auc: { threshold: 0.8 }", "r2: { threshold: -1.5e-1 }")).Spec.ShouldNotBeNull();

        spec.Data.Split.Method.ShouldBe(SplitMethod.Random);
        spec.Evaluate.Gates["r2"].Threshold.ShouldBe(-0.15);
    }

    [Theory]
    [InlineData("Yes", "Yes")]
    [InlineData("no", "no")]
    [InlineData("on", "on")]
    [InlineData("true", "true")]
    [InlineData("1", "1")]
    [InlineData("1.0", "1.0")]
    [InlineData("0x10", "0x10")]
    [InlineData("2024-01-31", "2024-01-31")]
    [InlineData("\"null\"", "null")]
    [InlineData("'~'", "~")]
    [InlineData("\"\\u00e9\"", "é")]
    public void The_positive_class_is_taken_as_it_is_written(string written, string text) =>
        _folder.ReadWith("\"Yes\"", written).Spec.ShouldNotBeNull().Data.Positive.ShouldBe(text);

    [Theory]
    [InlineData("version: 1", "version: \"1\"")]
    [InlineData("version: 1", "version: 1 # of this file's format")]
    [InlineData("owner: retention-team", "owner: \"42\"")]
    [InlineData("owner: retention-team", "owner: yes")]
    [InlineData("name: churn", "---\nname: churn")]
    [InlineData("name: churn", "%YAML 1.2\n---\nname: churn")]
    [InlineData("name: churn", "\uFEFFname: churn")]
    [InlineData("\n", "\r\n")]
    [InlineData("key: [customer_id]", "key:\n  - customer_id")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  split: { method: group, group: customer_id }")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  ignore: [household]\n  split: { method: group, group: household }")]
    [InlineData("threshold: 0.8 }", "threshold: 0.8 }\nrelease: { approvals: 0 }")]
    public void Other_ways_to_write_it_are_fine(string part, string replacement) =>
        SpecFolder.FaultsOf(_folder.ReadWith(part, replacement)).ShouldBeEmpty();

    [Fact]
    public void Bytes_of_another_commit_are_read_as_the_file_would_be()
    {
        using var folder = new SpecFolder();
        var onDisk = folder.ReadWith("Who will leave.", "Who will stay.").Spec!;
        var bytes = Encoding.UTF8.GetBytes(SpecFolder.Minimal);

        var spec = new SpecReader([new TestEngine()]).Read(new SpecFiles(folder.SpecPath, bytes)).Spec.ShouldNotBeNull();

        spec.Digest.ShouldBe(Digest.Of(bytes));
        spec.Description.ShouldBe("Who will leave.");
        spec.Path.ShouldBe(onDisk.Path);
        new SpecReader([new TestEngine()]).Read(new SpecFiles(folder.SpecPath, new byte[(1024 * 1024) + 1])).Faults.ShouldHaveSingleItem().Message.ShouldContain("larger than 1 MiB");
    }
}
