using ModelPipeline.Data;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Releasing.Proposing;

public sealed class VersionChangesTests
{
    private static readonly FeatureSignature Age = new("age", ColumnType.Numeric, []);
    private static readonly FeatureSignature Plan = new("plan", ColumnType.Categorical, ["basic", "gold"]);

    [Fact]
    public void The_same_bundle_trained_again_is_a_patch() =>
        ShouldBe(Given(), Given(), "patch: the model was trained again: data, recipe and signature are the champion's");

    [Fact]
    public void An_input_that_is_gone_breaks_callers() =>
        ShouldBe(Given([Age, Plan]), Given([Age]), "major: input 'plan' is gone");

    [Fact]
    public void A_renamed_input_is_one_gone_and_one_new() =>
        ShouldBe(Given([Age, Plan]), Given([Age, Plan with { Name = "tariff" }]), "major: input 'plan' is gone", "major: input 'tariff' is new and must be sent");

    [Fact]
    public void A_new_input_that_callers_need_not_send_breaks_none() =>
        ShouldBe(Given([Age]), Given([Age, Plan], missing: ["plan"]), "minor: input 'plan' is new and need not be sent");

    [Fact]
    public void An_input_of_another_type_breaks_callers() =>
        ShouldBe(Given([Age]), Given([new FeatureSignature("age", ColumnType.Categorical, ["1"])]), "major: input 'age' is categorical, the champion's numeric");

    [Fact]
    public void An_input_that_could_be_left_out_and_may_not_any_more_breaks_callers() =>
        ShouldBe(Given([Age], missing: ["age"]), Given([Age]), "major: input 'age' must be sent: training lacked no value of it");

    [Fact]
    public void An_input_that_may_be_left_out_now_breaks_none() =>
        ShouldBe(Given([Age]), Given([Age], missing: ["age"]), "patch: the model was trained again: data, recipe and signature are the champion's");

    [Fact]
    public void A_category_that_is_gone_breaks_callers_and_a_new_one_does_not() =>
        ShouldBe(
            Given([Plan]), Given([Plan with { Categories = ["basic", "silver"] }]),
            "major: input 'plan' may not be 'gold' any more", "patch: input 'plan' may also be 'silver'");

    [Fact]
    public void The_order_of_the_inputs_is_nothing_to_callers() =>
        ShouldBe(Given([Age, Plan]), Given([Plan, Age]), "patch: the model was trained again: data, recipe and signature are the champion's");

    [Fact]
    public void Another_positive_class_breaks_callers() =>
        ShouldBe(Given(classes: ["no", "yes"]), Given(classes: ["yes", "no"]), "major: the probability is that of 'no', the champion's that of 'yes'");

    [Fact]
    public void Other_classes_break_callers() =>
        ShouldBe(
            Given(task: ModelTask.MulticlassClassification, classes: ["a", "b"]), Given(task: ModelTask.MulticlassClassification, classes: ["a", "c"]),
            "major: the answers lack 'probability_b'", "major: the label has no class 'b' any more", "major: the label has the new class 'c', which callers do not know");

    [Fact]
    public void Another_task_breaks_callers() =>
        ShouldBe(
            Given(classes: ["no", "yes"]), Given(task: ModelTask.Regression, classes: []),
            "major: the task is regression, the champion's binary-classification", "major: the answers lack 'probability'", "major: the label has no class 'no', 'yes' any more");

    [Fact]
    public void Another_recipe_is_minor()
    {
        ShouldBe(Given(), Given() with { Engine = "xgboost" }, "minor: the engine is 'xgboost', the champion's 'fake'");
        ShouldBe(Given(), Given() with { Trainer = "tree" }, "minor: the trainer is 'tree', the champion's 'guess'");
        ShouldBe(Given(), Given() with { Parameters = new TrainerParameters([new("l2", 2.0)]) }, "minor: parameter 'l2' is 2, the champion's 1");
    }

    [Fact]
    public void Parameters_and_libraries_of_another_engine_are_not_compared()
    {
        var other = Given() with
        {
            Engine = "xgboost",
            Trainer = "gradient-boosting",
            Parameters = new TrainerParameters([new("l2", 99.0)]),
            Versions = new Dictionary<string, string> { ["libxgboost"] = "1.7.4" },
        };

        ShouldBe(Given(), other, "minor: the engine is 'xgboost', the champion's 'fake'", "minor: the trainer is 'gradient-boosting', the champion's 'guess'");
    }

    [Fact]
    public void New_data_are_a_patch()
    {
        ShouldBe(
            Given(), WithData(data => data with { Digest = Digest.Of("new"), Rows = 1200, TrainRows = 1000, Newest = new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc) }),
            "patch: the data are new: 1,200 rows, 1,000 of them to train on; the champion's 10 and 8",
            "patch: the newest row is of 2026-02-03, the champion's of 2026-01-02");
        ShouldBe(Given(), WithData(data => data with { TrainSplit = Digest.Of("other") }), "patch: the same data are split otherwise: 8 rows to train on, the champion's 8");
    }

    [Fact]
    public void Another_library_version_or_seed_is_a_patch() => ShouldBe(
        Given(), Given() with { Seed = 7, Versions = new Dictionary<string, string> { ["Fake"] = "3.0" } },
        "patch: the version of 'Fake' is 3.0, the champion's 2.0", "patch: the seed is 7, the champion's 1");

    [Fact]
    public void What_breaks_callers_comes_first() => VersionChanges
        .Between(Given([Age, Plan]), Given([Plan with { Categories = ["basic", "gold", "new"] }]) with { Trainer = "tree" })
        .Select(change => change.Bump)
        .ShouldBe([VersionBump.Major, VersionBump.Minor, VersionBump.Patch]);

    [Fact]
    public void A_name_that_is_more_than_text_is_shown_as_text() =>
        ShouldBe(Given([Age]), Given([Age, Age with { Name = "a\nb" }], missing: ["a\nb"]), @"minor: input 'a\nb' is new and need not be sent");

    private static BundleManifest Given(FeatureSignature[]? inputs = null, string[]? missing = null, ModelTask task = ModelTask.BinaryClassification, string[]? classes = null)
    {
        inputs ??= [Age];
        classes ??= ["no", "yes"];
        return Manifests.Full with
        {
            Seed = 1,
            Parameters = new TrainerParameters([new("l2", 1.0)]),
            Signature = new ModelSignature(task, inputs, ModelSignature.OutputsOf(task, classes), classes),
            Data = Manifests.Full.Data with { Columns = [.. inputs.Select(input => new NumericStatistics(input.Name, 8, missing?.Contains(input.Name) == true ? 1 : 0))] },
        };
    }

    private static BundleManifest WithData(Func<BundleData, BundleData> change) => Given() with { Data = change(Given().Data) };

    private static void ShouldBe(BundleManifest champion, BundleManifest candidate, params string[] changes) =>
        VersionChanges.Between(champion, candidate).Select(change => $"{VersionPlan.NameOf(change.Bump)}: {change.Reason}").ShouldBe(changes);
}
