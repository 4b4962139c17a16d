using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests;

/// <summary>Columns with labels, and short ways to train on them.</summary>
internal sealed record Problem(ModelTask Task, Column[] Columns, Labels Labels)
{
    public Dictionary<string, object> Parameters { get; init; } = new()
    {
        ["l2"] = 1.0,
        ["max_iterations"] = 1000L,
        ["tolerance"] = 1e-10,
        ["max_categories"] = 100L,
    };

    public Table Rows => new(Columns);

    public ModelSignature Signature => new(
        Task,
        [.. Columns.Select(column => new FeatureSignature(column.Name, column.Type, column is CategoricalColumn texts ? texts.Categories : []))],
        ModelSignature.OutputsOf(Task, Labels.Classes),
        Labels.Classes);

    public TrainingRequest Request => new(Signature, Rows, Labels, Trainer, new(Parameters), Seed: 7);

    public string Trainer { get; init; } = Task switch
    {
        ModelTask.BinaryClassification => "logistic-regression",
        ModelTask.MulticlassClassification => "multinomial-regression",
        _ => "ridge-regression",
    };

    public static Problem Binary(int[] labels, params Column[] columns) =>
        new(ModelTask.BinaryClassification, columns, Labels.OfClasses(["no", "yes"], labels));

    public static Problem Multiclass(int[] labels, params Column[] columns) =>
        new(ModelTask.MulticlassClassification, columns, Labels.OfClasses(["x", "y", "z"], labels));

    public static Problem Regression(double[] labels, params Column[] columns) =>
        new(ModelTask.Regression, columns, Labels.OfNumbers(labels));

    public Problem With(string parameter, object value) =>
        this with { Parameters = new(Parameters) { [parameter] = value } };

    public ITrainedModel Train(int threads = -1) =>
        new LinearEngine { Threads = threads }.Train(Request, TestContext.Current.CancellationToken);

    public double[] Score(Table rows)
    {
        using var model = Train();
        return [.. model.Scorer.Score(rows, TestContext.Current.CancellationToken).Values];
    }

    public double[] Score(params Column[] columns) => Score(new Table(columns));

    /// <summary>The bytes that training and saving give.</summary>
    public byte[] Bytes(int threads = -1)
    {
        using var folder = new TemporaryFolder();
        using var model = Train(threads);
        model.Save(folder.Path);
        return File.ReadAllBytes(folder.File);
    }
}
