using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.Training;

/// <summary>Measures the noise floor of a candidate.</summary>
internal sealed class NoiseFloorMeter(IModelEngine engine, TrainingRequest request, Table testRows, Labels testLabels)
{
    private const int Refits = 10;
    private const double Tolerance = 0.02;

    public NoiseFloor Measure(Scores candidate, IProgress<string> progress, CancellationToken cancellation)
    {
        var floor = new NoiseFloor(Refits, 0, 0, 0, 0);
        for (var refit = 0; refit < Refits; refit++)
        {
            progress.Report($"noise floor, refit {refit + 1} of {Refits}");
            var rows = Resample(refit);
            using var model = engine.Train(
                request with { Features = request.Features.Select(rows), Labels = request.Labels.Select(rows) }, cancellation);
            floor = Worse(floor, candidate, model.Scorer.Score(testRows, cancellation));
        }

        return floor;
    }

    /// <summary>As many rows as there are, drawn with replacement, and one of each class that chance left out: without it there would be nothing to refit.</summary>
    private int[] Resample(int refit)
    {
        var random = new SeededRandom(request.Seed, refit);
        var drawn = new int[request.Features.Rows];
        for (var i = 0; i < drawn.Length; i++)
            drawn[i] = random.NextBelow(drawn.Length);
        return [.. drawn.Concat(ClassesLeftOut(drawn)).Order()];
    }

    private IEnumerable<int> ClassesLeftOut(int[] drawn)
    {
        if (request.Labels.Classes.Count == 0)
            return [];
        var codes = request.Labels.Codes.ToArray();
        var seen = drawn.Select(row => codes[row]).ToHashSet();
        return Enumerable.Range(0, codes.Length).Where(row => seen.Add(codes[row]));
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
