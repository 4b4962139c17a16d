using System.Diagnostics;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Linear;
using ModelPipeline.Training;

namespace LinearPeer;

/// <summary>Trains the linear engine.</summary>
internal sealed class Ours(Sample sample, string folder)
{
    private readonly LinearEngine _engine = new();

    public Result Run()
    {
        var watch = Stopwatch.StartNew();
        using var model = Train(out var labels, out _);
        var seconds = watch.Elapsed.TotalSeconds;

        var train = Losses.Of(sample, labels, Score(model, "train.csv"));
        var testRows = Csv.Read(Path.Combine(folder, "test.csv"), sample);
        var test = Losses.Of(sample, LabelsOf(testRows, labels.Classes), Score(model, "test.csv"));
        var penalty = sample.L2 / 2 * SquaredWeights(model) / sample.Rows;
        return new(seconds, train.Loss + penalty, train.Loss, test.Loss, test.Quality);
    }

    public ITrainedModel Train(out Labels labels, out ModelSignature signature)
    {
        var rows = Csv.Read(Path.Combine(folder, "train.csv"), sample);
        labels = LabelsOf(rows, null);
        var features = rows.Only(rows.Columns.Select(column => column.Name).Where(name => name != sample.Label));
        signature = new ModelSignature(
            sample.ModelTask,
            [.. features.Columns.Select(column => new FeatureSignature(column.Name, column.Type, column is CategoricalColumn texts ? texts.Categories : []))],
            ModelSignature.OutputsOf(sample.ModelTask, labels.Classes),
            labels.Classes);
        var parameters = _engine.Trainers.First(trainer => trainer.Name == sample.Trainer).Parameters
            .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Name == "l2" ? sample.L2 : parameter.Default));
        return _engine.Train(new(signature, features, labels, sample.Trainer, new(parameters), Seed: 7), CancellationToken.None);
    }

    private Scores Score(ITrainedModel model, string file) =>
        model.Scorer.Score(Csv.Read(Path.Combine(folder, file), sample), CancellationToken.None);

    private Labels LabelsOf(Table rows, IReadOnlyList<string>? classes)
    {
        if (rows[sample.Label] is NumericColumn numbers)
            return Labels.OfNumbers(numbers.Values.ToArray());
        var column = (CategoricalColumn)rows[sample.Label];
        classes ??= sample.Positive is null ? column.Categories : [.. column.Categories.OrderBy(name => name == sample.Positive)];
        string[] names = [.. classes];
        return Labels.OfClasses(names, [.. column.Codes.ToArray().Select(code => Array.IndexOf(names, column.Categories[code]))]);
    }

    private double SquaredWeights(ITrainedModel model)
    {
        model.Save(folder);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "linear.json")));
        return document.RootElement.GetProperty("weights").EnumerateArray()
            .SelectMany(weights => weights.EnumerateArray())
            .Sum(weight => weight.GetDouble() * weight.GetDouble());
    }
}
