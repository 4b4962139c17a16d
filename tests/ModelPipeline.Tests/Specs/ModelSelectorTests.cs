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
    [InlineData("churn/trees/")]
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
    public void While_the_champion_came_from_a_challenger_whose_file_is_there_the_models_name_means_that_challenger()
    {
        var model = Write("churn")[0];
        var challenger = _folder.Write("models/churn/challengers/trees.yaml", "");
        Release("1.0.0", "");
        Release("1.1.0", ""","challenger":"trees" """);

        Select().Paths.ShouldBe([challenger]);
        Select("churn").Paths.ShouldBe([challenger]);
        Select("models/churn", "churn/trees").Paths.ShouldBe([challenger]);
        Select("models/churn/model.yaml").Paths.ShouldBe([model]);
        Select("churn").Remarks.ShouldBe(["churn 1.1.0 came from challengers/trees.yaml, which is run in place of model.yaml: to run that, name its file with --model"]);
        Select("churn/trees", "models/churn/model.yaml").Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void Once_its_file_is_gone_or_a_newer_version_came_from_the_model_the_name_means_the_model()
    {
        var model = Write("churn")[0];
        Release("1.1.0", ""","challenger":"trees" """);
        Select().Paths.ShouldBe([model]);

        _folder.Write("models/churn/challengers/trees.yaml", "");
        Release("1.2.0", "");
        Select().Paths.ShouldBe([model]);
        Select().Remarks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../../other")]
    [InlineData("")]
    [InlineData("Trees")]
    public void A_release_of_a_challenger_of_no_name_is_refused(string challenger)
    {
        Write("churn");
        Release("1.1.0", $""","challenger":"{challenger}" """);

        Should.Throw<InputException>(() => Select("churn")).Message.ShouldContain("which is no name of one");
    }

    [Theory]
    [InlineData("model.yaml", "churn/model", "a challenger is not called 'model', rename it")]
    [InlineData("model.yaml", "models/churn/challengers/model.yaml", "a challenger is not called 'model', rename it")]
    [InlineData("trees.yml", "churn/trees", "rename it to trees.yaml")]
    [InlineData("trees.yml", "models/churn/challengers/trees.yml", "rename it to trees.yaml")]
    public void A_misnamed_challenger_is_told_so(string file, string value, string fault)
    {
        Write("churn");
        var path = _folder.Write($"models/churn/challengers/{file}", "");

        Select(value).Faults.ShouldBe([$"{path} is not read: {fault}"]);
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

    private void Release(string version, string more) => _folder.Write(
        $"models/churn/releases/{version}/release.json",
        $$"""{"schema":"modelpipeline/release/v1","model":"churn","version":"{{version}}","bundle":"{{Digest.Of(version)}}"{{more}}}""");

    private ModelSelection Select(params string[] values) => new ModelSelector(_folder.Root).Select(values);
}
