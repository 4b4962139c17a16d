using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.Training;

/// <summary>Measures the noise floor of a candidate.</summary>
internal sealed class NoiseFloorMeter(IModelEngine engine, TrainingRequest request, Table testRows, Labels testLabels)
{
    private const int Refits = 5;
    private const double Share = 0.95;
    private const double Tolerance = 0.02;

    public NoiseFloor Measure(Scores candidate, IProgress<string> progress, CancellationToken cancellation)
    {
        var floor = new NoiseFloor(Refits, 0, 0, 0, 0);
        for (var refit = 0; refit < Refits; refit++)
        {
            progress.Report($"noise floor, refit {refit + 1} of {Refits}");
            var rows = Subsample(refit);
            using var model = engine.Train(
                request with { Features = request.Features.Select(rows), Labels = request.Labels.Select(rows) }, cancellation);
            floor = Worse(floor, candidate, model.Scorer.Score(testRows, cancellation));
        }

        return floor;
    }

    private int[] Subsample(int refit)
    {
        var rows = Enumerable.Range(0, request.Features.Rows).ToArray();
        Shuffle(rows, new SeededRandom(request.Seed, refit));
        var kept = rows[..(int)Math.Ceiling(rows.Length * Share)];
        return [.. kept.Concat(ClassesLeftOut(rows, kept)).Order()];
    }

    /// <summary>One row of each class that chance left out: without it there would be nothing to refit.</summary>
    private IEnumerable<int> ClassesLeftOut(int[] rows, int[] kept)
    {
        if (request.Labels.Classes.Count == 0)
            return [];
        var codes = request.Labels.Codes.ToArray();
        var seen = kept.Select(row => codes[row]).ToHashSet();
        return rows.Skip(kept.Length).Where(row => seen.Add(codes[row]));
    }

    /// <summary>Fisher and Yates' shuffle.</summary>
    private static void Shuffle(int[] rows, SeededRandom random)
    {
        for (var last = rows.Length - 1; last > 0; last--)
        {
            var other = random.NextBelow(last + 1);
            (rows[last], rows[other]) = (rows[other], rows[last]);
        }
    }

    private NoiseFloor Worse(NoiseFloor floor, Scores candidate, Scores refit)
    {
        var unit = request.Signature.Task == ModelTask.Regression ? Deviation(request.Labels.Numbers) : 1;
        int changed = 0, flips = 0, negative = 0;
        for (var row = 0; row < candidate.Rows; row++)
        {
            var moved = Moved(candidate.Row(row), refit.Row(row));
            if (double.IsNaN(moved) || moved > Tolerance * unit)
                changed++;
            if (request.Signature.Task == ModelTask.Regression)
                continue;
            var (before, after) = (PredictedClass.Of(candidate.Row(row)), PredictedClass.Of(refit.Row(row)));
            if (before == after)
                continue;
            flips++;
            if (before == testLabels.Codes[row])
                negative++;
        }

        double rows = candidate.Rows;
        return floor with
        {
            ChangedRows = Math.Max(floor.ChangedRows, changed / rows),
            LabelFlips = Math.Max(floor.LabelFlips, flips / rows),
            NegativeFlips = Math.Max(floor.NegativeFlips, negative / rows),
            MeanShift = Math.Max(floor.MeanShift, MeanShift(candidate, refit) / unit),
        };
    }

    private static double Moved(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var moved = 0.0;
        for (var output = 0; output < before.Length; output++)
            moved = Math.Max(moved, Math.Abs(before[output] - after[output]));
        return moved;
    }

    private static double MeanShift(Scores before, Scores after)
    {
        var shifts = new double[before.Outputs.Count];
        for (var i = 0; i < before.Values.Length; i++)
            shifts[i % shifts.Length] += after.Values[i] - before.Values[i];
        return shifts.Max(shift => Math.Abs(shift) / before.Rows);
    }

    private static double Deviation(ReadOnlySpan<double> numbers)
    {
        var mean = 0.0;
        foreach (var number in numbers)
            mean += number / numbers.Length;
        var squares = 0.0;
        foreach (var number in numbers)
            squares += (number - mean) * (number - mean) / numbers.Length;
        return Math.Sqrt(squares);
    }
}
