namespace ModelPipeline.XGBoost.Tests;

public sealed class ModelFileTests
{
    private static readonly Problem Ten = Samples.TenBinary.With("min_child_weight", 0.0);

    [Theory]
    [InlineData("modelpipeline-xgboost", "another", "its format is 'another' version 1, expected 'modelpipeline-xgboost' version 1")]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2, expected")]
    [InlineData("binary-classification", "regression", "its task is 'regression', the signature's is 'binary-classification'")]
    [InlineData("\"yes\"", "\"maybe\"", "its classes are 'no', 'maybe', the signature's are 'no', 'yes'")]
    [InlineData("\"base\": 0", "\"base\": 1", "its base is no number that the task allows")]
    [InlineData("\"rounds\": 10", "\"rounds\": 0", "it has 0 rounds")]
    [InlineData("\"name\": \"x\"", "\"name\": \"y\"", "it has no numeric feature 'x' where the signature has it")]
    [InlineData("one-hot", "magic", "it has no categorical feature 'c' where the signature has it")]
    [InlineData("\"b\",", "\"q\",", "feature 'c' has category 'q', which the signature lacks")]
    [InlineData("\"b\",", "\"a\",", "feature 'c' has a category twice")]
    [InlineData("\"b\",", "null,", "feature 'c' has a category twice, or one that is null")]
    [InlineData("\"base\"", "\"bass\"", "is not the JSON of engine 'xgboost'")]
    public void A_changed_encoding_is_refused_with_its_file_and_the_fault(string original, string replacement, string fault) =>
        Refusal(folder => folder.File, original, replacement).ShouldContain(fault);

    [Theory]
    [InlineData("\"name\":\"gbtree\"", "\"name\":\"dart\"", "its booster is 'dart', expected 'gbtree'")]
    [InlineData("binary:logistic", "reg:squarederror", "its objective 'reg:squarederror' is none of the task")]
    [InlineData("\"num_feature\":\"4\",\"num_target\"", "\"num_feature\":\"5\",\"num_target\"", "it has '5' columns and '0' classes, expected 4 and 0")]
    [InlineData("\"num_trees\":\"10\"", "\"num_trees\":\"11\"", "it has 10 trees, expected 10")]
    [InlineData("\"num_parallel_tree\":\"1\"", "\"num_parallel_tree\":\"7\"", "it has '7' trees side by side, expected 1")]
    [InlineData("\"base_score\":\"5E-1\"", "\"base_score\":\"9E-1\"", "its base_score '9E-1' is not the one that the engine trains with")]
    [InlineData("\"tree_info\":[0,", "\"tree_info\":[7,", "its trees do not take turns over the outputs")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[100000,", "tree 0 has a branch to node 100000, which is not there or reached twice")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[0,", "tree 0 has a branch to node 0, which is not there or reached twice")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[-1,", "tree 0 has a branch to node -1, which is not there or reached twice")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[", "tree 0 has lists of different lengths")]
    [InlineData("\"split_indices\":[", "\"split_indices\":[4,", "tree 0 has lists of different lengths")]
    [InlineData("\"split_conditions\":[", "\"split_conditions\":[1e99,", "tree 0 has lists of different lengths")]
    [InlineData("\"id\":0", "\"id\":1", "tree 0 calls itself tree 1")]
    [InlineData("\"categories_nodes\":[]", "\"categories_nodes\":[1]", "tree 0 splits by categories")]
    [InlineData("\"split_type\":[0", "\"split_type\":[1", "tree 0 splits by categories")]
    [InlineData("\"split_type\":[0", "\"split_type\":[0,0", "tree 0 has lists of different lengths")]
    [InlineData("\"trees\":[{", "\"trees\":[null,{", "it has 11 trees, expected 10")]
    [InlineData("\"attributes\":{", "\"attributes\":[", "it is not XGBoost's JSON")]
    [InlineData("\"learner\"", "\"teacher\"", "it is not XGBoost's JSON")]
    public void Changed_trees_are_refused_before_the_library_reads_them(string original, string replacement, string fault) =>
        Refusal(folder => folder.Trees, original, replacement).ShouldContain(fault);

    [Fact]
    public void What_the_library_refuses_is_told_in_its_words() =>
        Refusal(folder => folder.Trees, "\"num_target\":\"1\"", "\"num_target\":\"x\"").ShouldStartWith("XGBoost cannot load the model: ");

    [Fact]
    public void Files_cut_anywhere_are_refused()
    {
        using var folder = Saved();
        var (encodings, trees) = (File.ReadAllBytes(folder.File), File.ReadAllBytes(folder.Trees));

        for (var part = 0; part < 20; part++)
        {
            File.WriteAllBytes(folder.File, encodings[..(encodings.Length * part / 20)]);
            Refusal(folder).ShouldContain("is not the JSON of engine 'xgboost'");
        }

        File.WriteAllBytes(folder.File, encodings);
        for (var part = 0; part < 20; part++)
        {
            File.WriteAllBytes(folder.Trees, trees[..(trees.Length * part / 20)]);
            Refusal(folder).ShouldContain("it is not XGBoost's JSON");
        }
    }

    [Fact]
    public void A_folder_without_the_files_is_refused()
    {
        Library.Require();
        using var folder = new TemporaryFolder();

        Refusal(folder).ShouldBe($"'{folder.File}' does not exist: the folder is not a model of engine 'xgboost'.");
    }

    [Fact]
    public void A_file_beyond_the_size_limit_is_refused_unread()
    {
        using var folder = Saved();
        using (var stream = File.Create(folder.Trees))
            stream.SetLength((1L << 30) + 1);

        Refusal(folder).ShouldContain("more than the 1073741824 that a model may have");
    }

    [Fact]
    public void A_model_of_another_signature_is_refused_with_every_fault()
    {
        using var folder = Saved();

        var message = Should.Throw<InvalidDataException>(() => new XGBoostEngine().Load(folder.Path, Samples.MixedRegression(50).Signature)).Message;

        message.ShouldContain("its task is 'binary-classification', the signature's is 'regression'; its classes");
        message.ShouldContain("it has 2 features, the signature 4");
    }

    [Fact]
    public void Trees_say_no_name_of_a_feature()
    {
        using var folder = Saved();

        File.ReadAllText(folder.Trees).ShouldContain("\"feature_names\":[]");
    }

    private static TemporaryFolder Saved()
    {
        using var model = Ten.Train();
        var folder = new TemporaryFolder();
        model.Save(folder.Path);
        return folder;
    }

    private static string Refusal(Func<TemporaryFolder, string> file, string original, string replacement)
    {
        using var folder = Saved();
        var text = File.ReadAllText(file(folder));
        text.ShouldContain(original);
        var at = text.IndexOf(original, StringComparison.Ordinal);
        File.WriteAllText(file(folder), text[..at] + replacement + text[(at + original.Length)..]);
        return Refusal(folder);
    }

    private static string Refusal(TemporaryFolder folder) =>
        Should.Throw<InvalidDataException>(() => new XGBoostEngine().Load(folder.Path, Ten.Signature)).Message;
}
