using System.Diagnostics;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using ModelPipeline.XGBoost;

namespace XGBoostPeer;

/// <summary>Reads with the pipeline's reader, trains the engine xgboost and saves the model.</summary>
internal sealed class Ours(Recipe recipe, string folder)
{
    private const int Rounds = 7;

    private readonly XGBoostEngine _engine = new();

    public Result Run()
    {
        var watch = Stopwatch.StartNew();
        using var model = TrainAndSave();
        var seconds = watch.Elapsed.TotalSeconds;

        var test = Read("test.csv");
        var labels = test.Labels.Numbers.ToArray();
        var scores = model.Scorer.Score(FeaturesOf(test), CancellationToken.None).Values.ToArray();
        var squares = labels.Zip(scores).Average(pair => Math.Pow(pair.First - pair.Second, 2));
        var mean = labels.Average();
        return new(seconds, Math.Sqrt(squares), 1 - (squares / labels.Average(label => Math.Pow(label - mean, 2))));
    }

    public ITrainedModel TrainAndSave()
    {
        var rows = Read("train.csv");
        var features = FeaturesOf(rows);
        var signature = new ModelSignature(
            ModelTask.Regression, [.. features.Columns.Select(FeatureSignature.Of)], ModelSignature.OutputsOf(ModelTask.Regression, []), []);
        var parameters = _engine.Trainers[0].Defaults.ToDictionary();
        parameters["rounds"] = (long)recipe.Rounds;
        parameters["learning_rate"] = recipe.LearningRate;
        parameters["max_depth"] = (long)recipe.MaxDepth;
        parameters["categories"] = "ordinal";
        var model = _engine.Train(new(signature, features, rows.Labels, "gradient-boosting", new(parameters), Seed: 7), CancellationToken.None);
        model.Save(Directory.CreateDirectory(Path.Combine(folder, "bundle")).FullName);
        return model;
    }

    /// <summary>Rows a second: encoded and scored.</summary>
    public double Throughput()
    {
        using var model = TrainAndSave();
        var test = FeaturesOf(Read("test.csv"));
        var rows = test.Select([.. Enumerable.Range(0, recipe.ScoredRows).Select(row => row % test.Rows)]);
        return Rate(recipe.ScoredRows, () => model.Scorer.Score(rows, CancellationToken.None));
    }

    /// <summary>Calls a second of one row each.</summary>
    public double OneRowThroughput()
    {
        using var model = TrainAndSave();
        var row = FeaturesOf(Read("test.csv")).Select([0]);
        return Rate(2000, () =>
        {
            for (var call = 0; call < 2000; call++)
                model.Scorer.Score(row, CancellationToken.None);
        });
    }

    private static double Rate(int rows, Action score)
    {
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            score();
            rates.Add(rows / watch.Elapsed.TotalSeconds);
        }

        return rates.Order().ElementAt(Rounds / 2);
    }

    private ModelData Read(string file)
    {
        var spec = new DataSpec
        {
            Path = file,
            Label = recipe.Label,
            Key = ["id"],
            Columns = recipe.Numeric.Select(name => KeyValuePair.Create(name, ColumnType.Numeric))
                .Concat(recipe.Categorical.Select(name => KeyValuePair.Create(name, ColumnType.Categorical)))
                .ToDictionary(StringComparer.Ordinal),
            Split = new() { Method = SplitMethod.Random },
        };
        return ModelData.Of(spec, ModelTask.Regression, DatasetReader.Read(spec, ModelTask.Regression, folder, null, CancellationToken.None));
    }

    private Table FeaturesOf(ModelData rows) => rows.Features.Only([.. recipe.Numeric, .. recipe.Categorical]);
}
