using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace LinearPeer;

/// <summary>Mean losses and one figure of quality.</summary>
internal static class Losses
{
    public static (double Loss, double Quality) Of(Sample sample, Labels labels, Scores scores) => sample.ModelTask switch
    {
        ModelTask.Regression => Regression(labels, scores),
        ModelTask.BinaryClassification => Binary(labels, scores),
        _ => Multiclass(labels, scores),
    };

    private static (double Loss, double Quality) Regression(Labels labels, Scores scores)
    {
        var numbers = labels.Numbers.ToArray();
        var mean = numbers.Average();
        var squares = numbers.Select((number, row) => Math.Pow(number - scores.Row(row)[0], 2)).Average();
        return (squares / 2, 1 - (squares / numbers.Average(number => Math.Pow(number - mean, 2))));
    }

    private static (double Loss, double Quality) Binary(Labels labels, Scores scores)
    {
        var codes = labels.Codes.ToArray();
        var loss = codes.Select((code, row) => -Math.Log(code == 1 ? scores.Row(row)[0] : 1 - scores.Row(row)[0])).Average();
        var positives = codes.Select((code, row) => (code, score: scores.Row(row)[0])).Where(item => item.code == 1).Select(item => item.score).ToArray();
        var negatives = codes.Select((code, row) => (code, score: scores.Row(row)[0])).Where(item => item.code == 0).Select(item => item.score).ToArray();
        var won = positives.Sum(score => negatives.Count(other => other < score) + (0.5 * negatives.Count(other => other == score)));
        return (loss, won / ((double)positives.Length * negatives.Length));
    }

    private static (double Loss, double Quality) Multiclass(Labels labels, Scores scores)
    {
        var codes = labels.Codes.ToArray();
        var loss = codes.Select((code, row) => -Math.Log(scores.Row(row)[code])).Average();
        var right = codes.Where((code, row) => scores.Row(row)[code] >= scores.Row(row).ToArray().Max()).Count();
        return (loss, (double)right / codes.Length);
    }
}
