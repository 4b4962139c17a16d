using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

/// <summary>The sample of docs/command.md.</summary>
public sealed class ScikitLearnTests
{
    private const string Folder = "docs/examples/scikit-learn";

    [Fact]
    public void The_sample_trains_serves_loads_and_scores()
    {
        var python = InterpreterOrSkip();
        var engine = new CommandEngine(TimeProvider.System);
        var reading = new SpecReader([engine]).Read(Repository.Path($"{Folder}/model.yaml"));
        reading.Faults.ShouldBeEmpty();
        var spec = reading.Spec!;
        var sample = Sample.Of(ModelTask.BinaryClassification, 300);
        var request = new TrainingRequest(sample.Signature, sample.Rows, sample.Labels, spec.Train.Trainer, RunBy(python, spec.Train.Parameters), spec.Train.Seed) { Folder = spec.Folder };
        using var bundle = new EngineFolder();

        using var model = engine.Train(request, TestContext.Current.CancellationToken);
        model.Save(bundle.Path);
        using var loaded = engine.Load(bundle.Path, sample.Signature);

        model.Versions["scikit-learn"].ShouldNotBeEmpty();
        var served = model.Scorer.Score(sample.Rows, TestContext.Current.CancellationToken);
        sample.SquaredError(served).ShouldBeLessThan(0.5 * sample.SquaredErrorOfConstant());
        var unknown = model.Scorer.Score(OfShop(sample.Rows, "unknown"), TestContext.Current.CancellationToken);
        var byTheScoreCommand = loaded.Score(OfShop(sample.Rows, "with a line\nbreak"), TestContext.Current.CancellationToken);
        byTheScoreCommand.Values.ToArray().ShouldBe(unknown.Values.ToArray());
    }

    private static Table OfShop(Table rows, string shop) => rows.With(new CategoricalColumn(Sample.Shop, new int[rows.Rows], [shop]));

    private static TrainerParameters RunBy(string python, TrainerParameters parameters) =>
        new(parameters.Values.ToDictionary(value => value.Key, value => value.Key is "train.0" or "score.0" or "serve.0" ? python : value.Value));

    private static string InterpreterOrSkip()
    {
        if (Python.With("sklearn", "pandas", "joblib") is { } python)
            return python;
        const string Reason = "python3-sklearn, python3-pandas and python3-joblib are not installed";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        Assert.Fail(Reason);
        return "";
    }
}
