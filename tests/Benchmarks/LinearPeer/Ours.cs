using System.Diagnostics;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Linear;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace LinearPeer;

/// <summary>Reads with the pipeline's reader and trains the linear engine.</summary>
internal sealed class Ours(Sample sample, string folder)
{
    private readonly LinearEngine _engine = new();

    public Result Run()
    {
        var watch = Stopwatch.StartNew();
        using var model = Train(out var rows);
        var seconds = watch.Elapsed.TotalSeconds;

        var train = Losses.Of(sample, rows.Labels, Score(model, rows));
        var testRows = Read("test.csv");
        var test = Losses.Of(sample, testRows.Labels, Score(model, testRows));
        var penalty = sample.L2 / 2 * SquaredWeights(model) / sample.Rows;
        return new(seconds, train.Loss + penalty, train.Loss, test.Loss, test.Quality);
    }

    public ITrainedModel Train() => Train(out _);

    public Table TestFeatures() => FeaturesOf(Read("test.csv"));

    private ITrainedModel Train(out ModelData rows)
    {
        rows = Read("train.csv");
        var features = FeaturesOf(rows);
        var signature = new ModelSignature(
            sample.ModelTask,
            [.. features.Columns.Select(FeatureSignature.Of)],
            ModelSignature.OutputsOf(sample.ModelTask, rows.Labels.Classes),
            rows.Labels.Classes);
        var parameters = _engine.Trainers.First(trainer => trainer.Name == sample.Trainer).Defaults.ToDictionary();
        parameters["l2"] = sample.L2;
        return _engine.Train(new(signature, features, rows.Labels, sample.Trainer, new(parameters), Seed: 7), CancellationToken.None);
    }

    private ModelData Read(string file)
    {
        var spec = new DataSpec
        {
            Path = file,
            Label = sample.Label,
            Positive = sample.Positive,
            Key = [sample.Key],
            Columns = sample.Types,
            Split = new() { Method = SplitMethod.Random },
        };
        return ModelData.Of(spec, sample.ModelTask, DatasetReader.Read(spec, sample.ModelTask, folder, null, CancellationToken.None));
    }

    private Table FeaturesOf(ModelData rows) =>
        rows.Features.Only(rows.Features.Columns.Select(column => column.Name).Where(sample.Types.ContainsKey));

    private Scores Score(ITrainedModel model, ModelData rows) => model.Scorer.Score(FeaturesOf(rows), CancellationToken.None);

    private double SquaredWeights(ITrainedModel model)
    {
        model.Save(folder);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "linear.json")));
        return document.RootElement.GetProperty("weights").EnumerateArray()
            .SelectMany(weights => weights.EnumerateArray())
            .Sum(weight => weight.GetDouble() * weight.GetDouble());
    }
}
