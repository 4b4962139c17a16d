using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Specs;

public sealed class ModelSelectorTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_values_every_model_is_taken_in_ordinal_order()
    {
        var paths = Write("penguins", "churn", "a-b", "a0");
        _folder.Write("models/shared/data.csv", "");

        Select().Paths.ShouldBe([paths[2], paths[3], paths[1], paths[0]]);
    }

    [Fact]
    public void A_value_is_a_name_a_folder_or_a_file()
    {
        var paths = Write("churn", "diamonds", "penguins");
        var elsewhere = _folder.Write("elsewhere/income/model.yaml", "");

        var selection = Select("penguins", "models/churn/", "models/diamonds/model.yaml", _folder.PathOf("elsewhere/income"));

        selection.Faults.ShouldBeEmpty();
        selection.Paths.Select(Path.GetFullPath).ShouldBe([paths[2], paths[0], paths[1], elsewhere]);
    }

    [Fact]
    public void A_model_that_is_named_twice_is_taken_once()
    {
        var paths = Write("churn");

        Select("churn", "models/churn", "models/../models/churn/model.yaml", "churn").Paths.ShouldBe(paths);
    }

    [Theory]
    [InlineData("churn/trees")]
    [InlineData("models/churn/challengers/trees.yaml")]
    [InlineData("models/churn/challengers/../challengers/trees.yaml")]
    public void A_challenger_is_named_behind_its_model_or_by_its_file(string value)
    {
        var model = Write("churn")[0];
        var challenger = _folder.Write("models/churn/challengers/trees.yaml", "");

        var selection = Select(value, "churn");

        selection.Faults.ShouldBeEmpty();
        selection.Paths.Select(Path.GetFullPath).ShouldBe([challenger, model]);
        selection.Ids.ShouldBe(["churn/trees", "churn"]);
    }

    [Fact]
    public void Challengers_are_not_taken_unless_they_are_named()
    {
        var paths = Write("churn");
        _folder.Write("models/churn/challengers/trees.yaml", "");

        Select().Paths.ShouldBe(paths);
        Select("churn").Ids.ShouldBe(["churn"]);
    }

    [Fact]
    public void An_unknown_challenger_is_reported_with_the_nearest_name()
    {
        Write("churn");
        _folder.Write("models/churn/challengers/trees.yaml", "");

        Select("churn/tree", "models/churn/challengers/none.yaml").Faults.ShouldBe(
        [
            "unknown model 'churn/tree': did you mean 'churn/trees'?",
            "unknown model 'models/churn/challengers/none.yaml'; known: churn, churn/trees",
        ]);
    }

    [Fact]
    public void Unknown_models_are_reported_at_once_with_the_nearest_name()
    {
        Write("churn", "diamonds");

        var selection = Select("chrun", "churn", "xyzzy", "chrun", "");

        selection.Paths.ShouldBeEmpty();
        selection.Faults.ShouldBe(
        [
            "unknown model 'chrun': did you mean 'churn'?",
            "unknown model 'xyzzy'; known: churn, diamonds",
            "unknown model ''; known: churn, diamonds",
        ]);
    }

    [Fact]
    public void Two_models_of_one_name_are_a_fault()
    {
        var path = Write("churn")[0];
        var other = _folder.Write("other/churn/model.yaml", "");

        var selection = Select("churn", "other/churn");

        selection.Paths.ShouldBeEmpty();
        selection.Faults.ShouldBe([$"two models are named 'churn': {path}, {other}; rename one, or name only one"]);
    }

    [Fact]
    public void No_model_at_all_is_a_fault_that_says_where_they_were_looked_for()
    {
        Select().Faults.ShouldBe([$"no models: no folder in {_folder.PathOf("models")} holds a model.yaml; start in the repository's root, or name it with --working"]);
    }

    [Fact]
    public void A_misnamed_spec_is_not_skipped_in_silence()
    {
        Write("churn");
        var misnamed = _folder.Write("models/diamonds/model.yml", "");

        Select().Faults.ShouldBe([$"{misnamed} is not read: rename it to model.yaml"]);
    }

    [Fact]
    public void A_value_that_no_path_can_be_is_unknown() =>
        Select("a\0b").Faults.ShouldBe([@"unknown model 'a\u{0}b'; known: none"]);

    private string[] Write(params string[] names) => [.. names.Select(name => _folder.Write($"models/{name}/model.yaml", ""))];

    private ModelSelection Select(params string[] values) => new ModelSelector(_folder.Root).Select(values);
}
