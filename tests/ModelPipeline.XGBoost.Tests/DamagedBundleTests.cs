using ModelPipeline.Benchmarking;
using ModelPipeline.Data;
using ModelPipeline.Processes;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>Bundles in a real worker, with the real library.</summary>
public sealed class DamagedBundleTests : IDisposable
{
    private static readonly Problem Numbers = Problem.Binary([0, 0, 1, 0, 1, 1, 1, 0, 1, 1], Columns.Numbers("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).With("min_child_weight", 0.0);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_bundle_is_loaded_after_its_trial()
    {
        var bundle = Write("xgboost");

        using var scorer = Catalog().Load(bundle, TestContext.Current.CancellationToken);

        scorer.Score(Numbers.Rows, TestContext.Current.CancellationToken).Rows.ShouldBe(10);
    }

    [Fact]
    public void Trees_on_which_the_library_dies_end_the_worker_alone()
    {
        var bundle = Write("credulous");
        Damage();

        Should.Throw<InvalidDataException>(() => Catalog().Load(bundle, TestContext.Current.CancellationToken)).Message.ShouldContain("the library ended the process that loaded the model (signal 11)");
    }

    [Fact]
    public void The_engine_finds_that_damage_before_the_library_does()
    {
        var bundle = Write("xgboost");
        Damage();

        Should.Throw<InvalidDataException>(() => new EngineCatalog([new XGBoostEngine()]).Load(bundle, TestContext.Current.CancellationToken)).Message.ShouldContain("tree 0 calls itself tree 1");
    }

    private static EngineCatalog Catalog() =>
        new([new XGBoostEngine(), new CredulousEngine()], new LoadTrial(new WorkerCommand(Path.Combine(AppContext.BaseDirectory, "ModelPipeline.XGBoost.Tests"), [BenchmarkWorker.Verb])));

    private void Damage() => File.WriteAllText(_folder.Trees, File.ReadAllText(_folder.Trees).Replace("\"id\":0,", "\"id\":1,", StringComparison.Ordinal));

    private ModelBundle Write(string engine)
    {
        using var model = Numbers.Train();
        var scores = model.Scorer.Score(Numbers.Rows, TestContext.Current.CancellationToken);
        return ModelBundle.Write(_folder.Path, model, Manifest(engine), folder => GoldenRows.Write(folder, Numbers.Rows, scores));
    }

    private static BundleManifest Manifest(string engine) => new()
    {
        Name = "numbers",
        Engine = engine,
        Trainer = Numbers.Trainer,
        Versions = new Dictionary<string, string>(),
        Signature = Numbers.Signature,
        Parameters = new([]),
        Seed = 7,
        Data = new()
        {
            Digest = Digest.Of("data"),
            Rows = 10,
            TrainRows = 10,
            TestRows = 10,
            TrainSplit = Digest.Of("train"),
            TestSplit = Digest.Of("test"),
            Columns = ColumnStatistics.Of(Numbers.Rows),
            Label = ColumnStatistics.Of(Numbers.Labels.AsColumn("y")),
        },
        TestMetrics = new Dictionary<string, double>(),
        NoiseFloor = new(0, 0, 0, 0, 0),
    };
}
