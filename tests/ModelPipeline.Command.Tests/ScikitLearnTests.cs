using System.Diagnostics;
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
    public void The_sample_trains_scores_serves_and_loads()
    {
        SkipWhereAbsent();
        var engine = new CommandEngine(TimeProvider.System);
        var reading = new SpecReader([engine]).Read(Repository.Path($"{Folder}/model.yaml"));
        reading.Faults.ShouldBeEmpty();
        var spec = reading.Spec!;
        var sample = Sample.Of(ModelTask.BinaryClassification, 300);
        var request = new TrainingRequest(sample.Signature, sample.Rows, sample.Labels, spec.Train.Trainer, spec.Train.Parameters, spec.Train.Seed) { Folder = spec.Folder };
        using var bundle = new EngineFolder();

        using var model = engine.Train(request, TestContext.Current.CancellationToken);
        model.Save(bundle.Path);
        using var loaded = engine.Load(bundle.Path, sample.Signature);

        var served = model.Scorer.Score(sample.Rows, TestContext.Current.CancellationToken);
        model.Versions["scikit-learn"].ShouldNotBeEmpty();
        sample.SquaredError(served).ShouldBeLessThan(0.5 * sample.SquaredErrorOfConstant());
        loaded.Score(sample.Rows, TestContext.Current.CancellationToken).Values.ToArray().ShouldBe(served.Values.ToArray());
        loaded.Score(sample.Rows.With(new CategoricalColumn(Sample.Shop, new int[300], ["a\nb"])), TestContext.Current.CancellationToken).Rows.ShouldBe(300);
    }

    private static void SkipWhereAbsent()
    {
        if (File.Exists("/usr/bin/python3"))
        {
            using var process = Process.Start("/usr/bin/python3", ["-c", "import sklearn, pandas, joblib"])!;
            process.WaitForExit();
            if (process.ExitCode == 0)
                return;
        }

        const string Reason = "python3-sklearn, python3-pandas and python3-joblib are not installed";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        Assert.Fail(Reason);
    }
}
