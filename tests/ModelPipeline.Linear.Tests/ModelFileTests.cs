using System.Text;
using ModelPipeline.Data;

namespace ModelPipeline.Linear.Tests;

public sealed class ModelFileTests
{
    [Fact]
    public void A_loaded_model_scores_the_same_bits()
    {
        foreach (var problem in new[] { Samples.MixedBinary(500), Samples.MixedMulticlass(500), Samples.MixedRegression(500) })
        {
            using var folder = new TemporaryFolder();
            using var model = problem.Train();
            model.Save(folder.Path);

            using var loaded = new LinearEngine().Load(folder.Path, problem.Signature);

            var unseen = new Table(Samples.Mixed(500, seed: 9));
            loaded.Score(unseen, CancellationToken.None).Values.ToArray()
                .ShouldBe(model.Scorer.Score(unseen, CancellationToken.None).Values.ToArray());
        }
    }

    [Fact]
    public void The_file_says_all_that_determines_predictions_and_nothing_else()
    {
        var problem = Problem.Binary([0, 1, 0, 1], Columns.Numbers("x", -1, 1, double.NaN, double.NaN), Columns.Texts("c", "é", "é", "é", "b")).With("l2", 1e6);

        var lines = Encoding.UTF8.GetString(problem.Bytes()).Split('\n');

        lines[..7].ShouldBe(["{", "  \"format\": \"modelpipeline-linear\",", "  \"version\": 1,", "  \"task\": \"binary-classification\",", "  \"trainer\": \"logistic-regression\",", "  \"classes\": [", "    \"no\","]);
        lines.ShouldContain("      \"missing_indicator\": true,");
        lines.ShouldContain("      \"mode\": \"\\u00E9\",");
        lines.ShouldContain("      \"scale\": 0.7071067811865476");
        lines[^1].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("modelpipeline-linear", "another", "its format is 'another' version 1, expected 'modelpipeline-linear' version 1")]
    [InlineData("\"version\": 1", "\"version\": 2", "its format is 'modelpipeline-linear' version 2")]
    [InlineData("binary-classification", "regression", "its task is 'regression', the signature's is 'binary-classification'")]
    [InlineData("logistic-regression", "magic", "its trainer is 'magic', that of the task is 'logistic-regression'")]
    [InlineData("\"yes\"", "\"maybe\"", "its classes are [no, maybe], the signature's are [no, yes]")]
    [InlineData("\"name\": \"x\"", "\"name\": \"y\"", "it has no numeric feature 'x' where the signature has it")]
    [InlineData("\"scale\": ", "\"scale\": -", "feature 'x' has no finite mean and positive scale")]
    [InlineData("\"mean\": 5.5", "\"mean\": 1e999", "feature 'x' has no finite mean and positive scale")]
    [InlineData("\"mode\": \"a\"", "\"mode\": \"q\"", "the most frequent category of feature 'c' is not one of its categories")]
    [InlineData("\"b\",", "\"q\",", "feature 'c' has category 'q', which the signature lacks")]
    [InlineData("\"b\",", "\"a\",", "feature 'c' has a category twice")]
    [InlineData("\"b\",", "null,", "feature 'c' has a category that is null")]
    [InlineData("\"missing_indicator\": false,\n      \"mode\"", "\"missing_indicator\": true,\n      \"mode\"", "list 1 has 4 weights, the features need 5")]
    [InlineData("\"intercepts\": [", "\"intercepts\": [1,", "it has 2 intercepts and 1 lists of weights, expected 1 of each")]
    [InlineData("\"intercepts\": [", "\"intercepts\": [1e999], \"ignored\": [", "could not be mapped")]
    [InlineData("\"weights\": [\n    [", "\"weights\": [\n    [1,", "list 1 has 5 weights, the features need 4")]
    [InlineData("\"weights\": [\n    [", "\"weights\": [\n    [NaN,", "is not a linear model's JSON: 'N' is an invalid start of a value")]
    [InlineData("\"weights\": [\n    [\n      ", "\"weights\": [\n    [\n      1e999, 0, 0, 0], [", "a weight of list 1 is not finite")]
    [InlineData("\"weights\"", "\"heights\"", "is not a linear model's JSON")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"version\": 1,", "is not a linear model's JSON")]
    [InlineData("\"type\": \"numeric\"", "\"type\": \"text\"", "is not a linear model's JSON")]
    [InlineData("\"type\": \"numeric\",", "", "is not a linear model's JSON")]
    public void A_changed_file_is_refused_with_its_name_and_the_fault(string original, string replacement, string fault)
    {
        var text = Encoding.UTF8.GetString(Samples.TenBinary.Bytes());
        text.ShouldContain(original);
        var at = text.IndexOf(original, StringComparison.Ordinal);

        Refusal(text[..at] + replacement + text[(at + original.Length)..]).ShouldContain(fault);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var text = Encoding.UTF8.GetString(Samples.TenBinary.Bytes()).TrimEnd();

        for (var length = 0; length < text.Length; length += 37)
            Refusal(text[..length]).ShouldContain("is not a linear model's JSON");
        Refusal("null").ShouldContain("holds no model");
    }

    [Fact]
    public void A_model_of_another_signature_is_refused_with_every_fault()
    {
        using var folder = new TemporaryFolder();
        using var model = Samples.TenBinary.Train();
        model.Save(folder.Path);

        var message = Should.Throw<InvalidDataException>(() => new LinearEngine().Load(folder.Path, Samples.MixedRegression(50).Signature)).Message;

        message.ShouldContain("its task is 'binary-classification', the signature's is 'regression'; its trainer");
        message.ShouldContain("it has 2 features, the signature 4; it has no numeric feature 'age' where the signature has it");
    }

    [Fact]
    public void A_folder_without_the_file_is_refused()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<InvalidDataException>(() => new LinearEngine().Load(folder.Path, Samples.TenBinary.Signature))
            .Message.ShouldBe($"'{folder.File}' does not exist: the folder is not a model of engine 'linear'.");
    }

    [Fact]
    public void A_file_beyond_the_size_limit_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder.File))
            stream.SetLength((256L << 20) + 1);

        Should.Throw<InvalidDataException>(() => new LinearEngine().Load(folder.Path, Samples.TenBinary.Signature))
            .Message.ShouldContain("more than the 268435456 that a linear model may have");
    }

    private static string Refusal(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File, text);
        var message = Should.Throw<InvalidDataException>(() => new LinearEngine().Load(folder.Path, Samples.TenBinary.Signature)).Message;
        message.ShouldStartWith($"'{folder.File}'");
        return message;
    }
}
