using Microsoft.ML;
using Microsoft.ML.Data;
using ModelPipeline.Data;
using ModelPipeline.MLNet.Rows;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Scoring;

/// <summary>A transformer that is bound to a cursor once, as a prediction engine is, and then scores one table after the other. For one thread at a time.</summary>
internal sealed class ScoringLane : IDisposable
{
    private readonly FeatureSignature[] _inputs;
    private readonly Column[] _columns;
    private readonly TableCursor _cursor;
    private readonly DataViewRow _row;
    private readonly ValueGetter<float>? _number;
    private readonly ValueGetter<VBuffer<float>>? _vector;
    private VBuffer<float> _scores;

    public ScoringLane(IRowToRowMapper mapper, ModelSignature signature)
    {
        _inputs = [.. signature.Inputs];
        _columns = new Column[_inputs.Length];
        var output = mapper.OutputSchema[OutputName(signature.Task)];
        _cursor = new TableCursor(mapper.InputSchema, mapper.GetDependencies([output]));
        _row = mapper.GetRow(_cursor, [output]);
        if (signature.Task == ModelTask.MulticlassClassification)
            _vector = _row.GetGetter<VBuffer<float>>(output);
        else
            _number = _row.GetGetter<float>(output);
    }

    /// <summary>The column of a transformer's output that holds the scores.</summary>
    public static string OutputName(ModelTask task) => task == ModelTask.BinaryClassification ? "Probability" : "Score";

    /// <summary>Scores rows. It keeps none of them.</summary>
    /// <param name="rows">Every input of the signature.</param>
    /// <param name="start">The first row to score.</param>
    /// <param name="count">How many rows are scored.</param>
    /// <param name="values">Takes the outputs, row after row.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    public void Score(Table rows, int start, int count, Span<double> values, CancellationToken cancellation)
    {
        InputColumns.Find(rows, _inputs, _columns);
        _cursor.Read(_columns, start, count, cancellation);
        if (_number is not null)
            ScoreNumbers(values);
        else
            ScoreVectors(values);
        _cursor.Read([], 0, 0, CancellationToken.None);
        Array.Clear(_columns);
    }

    public void Dispose() => _row.Dispose();

    private void ScoreNumbers(Span<double> values)
    {
        var score = 0f;
        for (var row = 0; _cursor.MoveNext(); row++)
        {
            _number!(ref score);
            values[row] = score;
        }
    }

    private void ScoreVectors(Span<double> values)
    {
        while (_cursor.MoveNext())
        {
            _vector!(ref _scores);
            foreach (var (output, score) in _scores.Items(all: true))
                values[output] = score;
            values = values[_scores.Length..];
        }
    }
}
