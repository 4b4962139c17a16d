using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using ModelPipeline.Data;
using ModelPipeline.MLNet;
using ModelPipeline.Training;

namespace MLNetPeer;

/// <summary>Both sides score the same rows with the same saved model, in turns; medians of seven rounds after a warm-up.</summary>
internal sealed class Contest
{
    private const int Rounds = 7;

    /// <summary>How many rows are scored singly, again and again: so few that they stay in the cache of the processor, as rows of requests do.</summary>
    private const int SingleRows = 1_000;

    private readonly string _trainer;
    private readonly Customer[] _objects;
    private readonly Table _table;
    private readonly Table[] _single;
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
        List<double> mine = [], theirs = [];
        for (var round = 0; round <= Rounds; round++)
        {
            mine.Add(Nanoseconds(ours, objects.Length));
            theirs.Add(Nanoseconds(() => Loop(objects), objects.Length));
        }

        var (our, their) = (Median(mine), Median(theirs));
        return string.Create(CultureInfo.InvariantCulture, $"{_trainer,-28} {what,-20} {our,7:N0} ns a row, PredictionEngine loop {their,7:N0} ns a row, ratio {our / their:0.00}");
    }

    private void ScoreSingly()
    {
        foreach (var row in _single)
            _scorer.Score(row, CancellationToken.None);
    }

    private void ScoreBatch() => _scorer.Score(_table, CancellationToken.None);

    private void Loop(Customer[] objects)
    {
        var prediction = new Prediction();
        foreach (var row in objects)
            _peer.Predict(row, ref prediction);
    }

    private double Difference()
    {
        var scores = _scorer.Score(_table, CancellationToken.None);
        return _objects.Index().Max(row => Math.Abs(_peer.Predict(row.Item).Probability - scores.Values[row.Index]));
    }

    /// <summary>Nanoseconds a row, of as many repeats as make 100,000 rows.</summary>
    private static double Nanoseconds(Action work, int rows)
    {
        var repeats = Math.Max(1, 100_000 / rows);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeats; i++)
            work();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / repeats / rows;
    }

    /// <summary>The median of all but the first, which warms up.</summary>
    private static double Median(List<double> values) => values.Skip(1).Order().ElementAt(Rounds / 2);

    internal sealed class Prediction
    {
        public float Probability { get; set; }
    }
}
