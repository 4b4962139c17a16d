using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>Positive and negative rows in the order of their scores, ranked once.</summary>
internal sealed class BinaryRanking
{
    private readonly Ranking _ranking;
    private readonly bool[] _positives;
    private readonly int[] _positiveByPlace;

    public BinaryRanking(double[] scores, bool[] positives)
    {
        _ranking = Ranking.Of(scores);
        _positives = positives;
        _positiveByPlace = [.. _ranking.Rows.ToArray().Select(row => positives[row] ? 1 : 0)];
    }

    /// <summary>The structural components of the area under the ROC curve.</summary>
    public DeLongComponents Components => field ??= DeLong.Components(_ranking, _positives);

    /// <summary>The area under the ROC curve: the share of pairs of a positive and a negative row that are in the right order, ties one half.</summary>
    public double Auc(ReadOnlySpan<int> counts)
    {
        var (positives, negatives, doubledPairs, place) = (0L, 0L, 0L, 0);
        var rows = _ranking.Rows;
        foreach (var end in _ranking.GroupEnds)
        {
            var (here, positivesHere) = (0L, 0L);
            for (; place < end; place++)
            {
                var count = counts[rows[place]];
                here += count;
                positivesHere += count * _positiveByPlace[place];
            }

            doubledPairs += (here - positivesHere) * (2 * positives + positivesHere);
            positives += positivesHere;
            negatives += here - positivesHere;
        }

        return doubledPairs / (2.0 * positives * negatives);
    }

    /// <summary>The mean precision over the positive rows, each at the threshold of its own score.</summary>
    public double AveragePrecision(ReadOnlySpan<int> counts)
    {
        var (positives, total, place) = (0L, 0L, 0);
        var sum = new CompensatedSum();
        var rows = _ranking.Rows;
        foreach (var end in _ranking.GroupEnds)
        {
            var positivesHere = 0L;
            for (; place < end; place++)
            {
                var count = counts[rows[place]];
                total += count;
                positivesHere += count * _positiveByPlace[place];
            }

            positives += positivesHere;
            if (positivesHere > 0)
                sum.Add(positivesHere * ((double)positives / total));
        }

        return positives == total ? double.NaN : sum.Value / positives;
    }
}
