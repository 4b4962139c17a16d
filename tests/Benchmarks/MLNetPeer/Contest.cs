using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using ModelPipeline.Data;
using ModelPipeline.MLNet;
using ModelPipeline.Training;

namespace MLNetPeer;

/// <summary>Both sides score the same rows with the same saved model, and keep each answer, in turns that are so short that other work seldom falls into one; medians after a warm-up.</summary>
internal sealed class Contest
{
    /// <summary>How many rows are scored singly, again and again: so few that they stay in the cache of the processor, as the row of a request does.</summary>
    private const int SingleRows = 100;

    private const int WarmUpRows = 1_000_000;
    private const int MeasuredRows = 2_000_000;
    private const int FewestRounds = 15;

    private readonly string _trainer;
    private readonly Customer[] _objects;
    private readonly Table _table;
    private readonly Table[] _single;
    private readonly Scores[] _scores = new Scores[SingleRows];
    private readonly Prediction[] _predictions;
    private readonly IScorer _scorer;
    private readonly PredictionEngine<Customer, Prediction> _peer;

    public Contest(string trainer, int rows)
    {
        var engine = new MLNetEngine();
        var request = Generated.Request(engine, trainer, rows);
        var folder = Directory.CreateTempSubdirectory("mlnet-peer-").FullName;
        using (var model = engine.Train(request, CancellationToken.None))
            model.Save(folder);

        _trainer = trainer;
        _table = request.Features;
        _single = [.. Enumerable.Range(0, SingleRows).Select(row => _table.Select([row]))];
        _objects = Generated.Objects(_table);
        _predictions = new Prediction[rows];
        _scorer = engine.Load(folder, request.Signature);
        var context = new MLContext();
        _peer = context.Model.CreatePredictionEngine<Customer, Prediction>(context.Model.Load(Path.Combine(folder, "model.zip"), out _));
        Directory.Delete(folder, recursive: true);
    }

    public IEnumerable<string> Lines()
    {
        yield return Line("one row at a time", ScoreSingly, _objects[..SingleRows]);
        yield return Line("all rows in a batch", ScoreBatch, _objects);
        yield return $"{_trainer,-28} greatest difference of a score: {Difference().ToString("R", CultureInfo.InvariantCulture)}";
    }

    private string Line(string what, Action ours, Customer[] objects)
    {
        var (warmUp, rounds) = (Math.Max(1, WarmUpRows / objects.Length), Math.Max(FewestRounds, MeasuredRows / objects.Length));
        List<double> mine = [], theirs = [];
        for (var round = 0; round < warmUp + rounds; round++)
        {
            mine.Add(Nanoseconds(ours, objects.Length));
            theirs.Add(Nanoseconds(() => Loop(objects), objects.Length));
        }

        var (our, their) = (Median(mine[warmUp..]), Median(theirs[warmUp..]));
        return string.Create(CultureInfo.InvariantCulture, $"{_trainer,-28} {what,-20} {our,7:N0} ns a row, PredictionEngine loop {their,7:N0} ns a row, ratio {our / their:0.00}");
    }

    private void ScoreSingly()
    {
        for (var row = 0; row < _single.Length; row++)
            _scores[row] = _scorer.Score(_single[row], CancellationToken.None);
    }

    private void ScoreBatch() => _scorer.Score(_table, CancellationToken.None);

    private void Loop(Customer[] objects)
    {
        for (var row = 0; row < objects.Length; row++)
            _predictions[row] = _peer.Predict(objects[row]);
    }

    private double Difference()
    {
        var scores = _scorer.Score(_table, CancellationToken.None);
        return _objects.Index().Max(row => Math.Abs(_peer.Predict(row.Item).Probability - scores.Values[row.Index]));
    }

    private static double Nanoseconds(Action work, int rows)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    internal sealed class Prediction
    {
        public float Probability { get; set; }
    }
}
