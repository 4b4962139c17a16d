using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>Scores rows that were read.</summary>
internal sealed class RowScorer(ServedModel model, IRequestLog log)
{
    private const string NotFinite = "has no finite score: its numbers are too great";

    /// <summary>Scores all rows of a batch.</summary>
    /// <exception cref="RefusedException">A row has a fault.</exception>
    public Scores ScoreAll(RowBatch batch, CancellationToken cancellation)
    {
        batch.Faults.ThrowIfAny();
        var rows = batch.ToTable();
        var scores = model.Scorer.Score(rows, cancellation);
        for (var row = 0; row < scores.Rows; row++)
        {
            if (!Scores.AreFinite(scores.Row(row)))
                batch.Faults.Add(batch.FirstRow + row, null, NotFinite);
        }

        batch.Faults.ThrowIfAny();
        log.Write(rows, scores);
        return scores;
    }

    /// <summary>Scores the rows of a batch before the first that has a fault, which is the last one read.</summary>
    public Scores ScoreUntilFault(RowBatch batch, CancellationToken cancellation)
    {
        var rows = batch.ToTable(batch.SoundRows);
        var scores = model.Scorer.Score(rows, cancellation);
        for (var row = 0; row < scores.Rows; row++)
        {
            if (Scores.AreFinite(scores.Row(row)))
                continue;
            batch.Faults.Replace(new(batch.FirstRow + row, null, NotFinite));
            rows = batch.ToTable(row);
            scores = model.Scorer.Score(rows, cancellation);
        }

        log.Write(rows, scores);
        return scores;
    }
}
