using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>Columns with labels, and short ways to train on them.</summary>
internal sealed record Problem(ModelTask Task, Column[] Columns, Labels Labels)
{
    /// <value>Default: the trainer's defaults, but few and small trees.</value>
    public Dictionary<string, object> Parameters { get; init; } = new(XGBoostTrainers.All[0].Defaults)
    {
        ["rounds"] = 10L,
        ["max_depth"] = 3L,
    };

    public Table Rows => new(Columns);

    public ModelSignature Signature => new(
        Task,
        [.. Columns.Select(FeatureSignature.Of)],
        ModelSignature.OutputsOf(Task, Labels.Classes),
        Labels.Classes);

    public TrainingRequest Request => new(Signature, Rows, Labels, Trainer, new(Parameters), Seed);

    public string Trainer { get; init; } = "gradient-boosting";

    public long Seed { get; init; } = 7;

    public static Problem Binary(int[] labels, params Column[] columns) =>
        new(ModelTask.BinaryClassification, columns, Labels.OfClasses(["no", "yes"], labels));

    public static Problem Multiclass(int[] labels, params Column[] columns) =>
        new(ModelTask.MulticlassClassification, columns, Labels.OfClasses(["x", "y", "z"], labels));

    public static Problem Regression(double[] labels, params Column[] columns) =>
        new(ModelTask.Regression, columns, Labels.OfNumbers(labels));

    public Problem With(string parameter, object value) =>
        this with { Parameters = new(Parameters) { [parameter] = value } };

    public ITrainedModel Train(int? threads = null) => EngineOf(threads).Train(Request, TestContext.Current.CancellationToken);

    public double[] Score(Table rows)
    {
        using var model = Train();
        return [.. model.Scorer.Score(rows, TestContext.Current.CancellationToken).Values];
    }

    public double[] Score(params Column[] columns) => Score(new Table(columns));

    /// <summary>The bytes that training and saving give: both files.</summary>
    public byte[] Bytes(int? threads = null)
    {
        using var folder = new TemporaryFolder();
        using var model = Train(threads);
        model.Save(folder.Path);
        return [.. File.ReadAllBytes(folder.File), .. File.ReadAllBytes(folder.Trees)];
    }

    private static XGBoostEngine EngineOf(int? threads)
    {
        Library.Require();
        return threads is { } count ? new XGBoostEngine { Threads = count } : new XGBoostEngine();
    }
}
