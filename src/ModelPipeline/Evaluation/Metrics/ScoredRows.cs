using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>Labels and scores of the same rows, that fit each other and the task.</summary>
internal sealed class ScoredRows
{
    private ScoredRows(Labels labels, Scores scores, ModelTask task)
    {
        Labels = labels;
        Scores = scores;
        Task = task;
    }

    public Labels Labels { get; }

    public Scores Scores { get; }

    public ModelTask Task { get; }

    public int Count => Labels.Count;

    public int Outputs => Scores.Outputs.Count;

    public static ScoredRows Of(Labels labels, Scores scores, ModelTask task)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(scores);
        RequireClasses(labels, task);
        var outputs = task == ModelTask.MulticlassClassification ? labels.Classes.Count : 1;
        if (scores.Outputs.Count != outputs)
            throw new ArgumentException($"The scores have {scores.Outputs.Count} outputs; this task has {outputs}.", nameof(scores));
        if (scores.Values.Length != (long)labels.Count * outputs)
            throw new ArgumentException($"There are {scores.Values.Length} scores; {labels.Count} rows of {outputs} need {(long)labels.Count * outputs}.", nameof(scores));
        return new(labels, scores, task);
    }

    /// <summary>How many rows have a given property.</summary>
    public int CountRows(Func<int, bool> property) => Enumerable.Range(0, Count).Count(property);

    /// <summary>One output of every row.</summary>
    public double[] Output(int index)
    {
        var values = new double[Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = Scores.Values[row * Outputs + index];
        return values;
    }

    private static void RequireClasses(Labels labels, ModelTask task)
    {
        var fits = task switch
        {
            ModelTask.BinaryClassification => labels.Classes.Count == 2,
            ModelTask.MulticlassClassification => labels.Classes.Count >= 2,
            ModelTask.Regression => labels.Classes.Count == 0,
            _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
        };
        if (!fits)
            throw new ArgumentException($"The labels have {labels.Classes.Count} classes, which does not fit the task {task}.", nameof(labels));
        if (labels.Codes.ContainsAnyExceptInRange(-1, labels.Classes.Count - 1))
            throw new ArgumentException("A label's code is not the index of a class.", nameof(labels));
    }
}
