using ModelPipeline.Specs;

namespace ModelPipeline.MLNet.Tests;

public sealed class ModelFilesTests
{
    private static readonly MLNetEngine Engine = new();

    [Fact]
    public void A_model_of_another_digest_is_refused_before_it_is_read()
    {
        using TemporaryFolder folder = Saved(ModelTask.BinaryClassification, "lbfgs-logistic-regression"), other = Saved(ModelTask.BinaryClassification, "sdca-logistic-regression");
        File.Copy(other.Model, folder.Model, overwrite: true);

        Should.Throw<InvalidDataException>(() => Engine.Load(folder.Path, Problem.Of(ModelTask.BinaryClassification).Signature))
            .Message.ShouldContain("is not the model that mlnet.json names: its digest is sha256:");
    }

    [Theory]
    [InlineData(ModelTask.MulticlassClassification, "lbfgs-maximum-entropy", "it has no output 'Probability'")]
    [InlineData(ModelTask.Regression, "sdca-regression", "it has no output 'Probability'")]
    public void A_model_of_another_task_is_refused_although_the_digest_was_made_to_fit(ModelTask task, string trainer, string fault)
    {
        using TemporaryFolder folder = Saved(ModelTask.BinaryClassification, "lbfgs-logistic-regression"), other = Saved(task, trainer);
        File.WriteAllText(folder.Document, File.ReadAllText(folder.Document).Replace(Digest.OfFile(folder.Model).ToString(), Digest.OfFile(other.Model).ToString(), StringComparison.Ordinal));
        File.Copy(other.Model, folder.Model, overwrite: true);

        Should.Throw<InvalidDataException>(() => Engine.Load(folder.Path, Problem.Of(ModelTask.BinaryClassification).Signature))
            .Message.ShouldBe($"model.zip does not fit the signature: {fault}.");
    }

    [Fact]
    public void What_is_no_model_is_refused_although_the_digest_was_made_to_fit()
    {
        using var folder = Saved(ModelTask.BinaryClassification, "lbfgs-logistic-regression");
        var digest = Digest.OfFile(folder.Model).ToString();
        File.WriteAllText(folder.Model, "no archive");
        File.WriteAllText(folder.Document, File.ReadAllText(folder.Document).Replace(digest, Digest.OfFile(folder.Model).ToString(), StringComparison.Ordinal));

        Should.Throw<InvalidDataException>(() => Engine.Load(folder.Path, Problem.Of(ModelTask.BinaryClassification).Signature))
            .Message.ShouldStartWith("Microsoft.ML cannot load model.zip: ");
    }

    [Fact]
    public void A_binary_model_of_other_classes_is_refused()
    {
        using var folder = Saved(ModelTask.BinaryClassification, "lbfgs-logistic-regression");
        var signature = Problem.Of(ModelTask.BinaryClassification).Signature;

        Should.Throw<InvalidDataException>(() => Engine.Load(folder.Path, signature with { Classes = ["stays", "leaves"] }))
            .Message.ShouldContain("its classes are [no, yes], the signature's [stays, leaves]");
    }

    private static TemporaryFolder Saved(ModelTask task, string trainer)
    {
        var folder = new TemporaryFolder();
        using var model = Engine.Train(Problem.Of(task).Request(Engine, trainer), TestContext.Current.CancellationToken);
        model.Save(folder.Path);
        return folder;
    }
}
