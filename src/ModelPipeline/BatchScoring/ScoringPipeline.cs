using System.Threading.Channels;

namespace ModelPipeline.BatchScoring;

/// <summary>Reads parts ahead and scores them at the same time, as many as there are scorers: that bounds the memory.</summary>
internal sealed class ScoringPipeline
{
    private readonly PartReader _reader;
    private readonly Channel<PartScorer> _free = Channel.CreateUnbounded<PartScorer>();
    private readonly Channel<(PartScorer Scorer, Task<ScoredPart> Scoring)> _parts = Channel.CreateUnbounded<(PartScorer, Task<ScoredPart>)>();

    public ScoringPipeline(PartReader reader, IReadOnlyList<PartScorer> scorers)
    {
        _reader = reader;
        foreach (var scorer in scorers)
            Return(scorer);
    }

    /// <summary>The parts in the input's order; each scorer is to be given back.</summary>
    public ChannelReader<(PartScorer Scorer, Task<ScoredPart> Scoring)> Parts => _parts.Reader;

    /// <summary>Gives back a scorer whose part is written.</summary>
    public void Return(PartScorer scorer) => _free.Writer.TryWrite(scorer);

    /// <summary>Reads the input to its end, or until it is stopped. What goes wrong is thrown to the reader of <see cref="Parts"/>.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        var scorings = new List<Task>();
        try
        {
            while (true)
            {
                var scorer = await _free.Reader.ReadAsync(cancellation).ConfigureAwait(false);
                scorings.RemoveAll(scoring => scoring.IsCompletedSuccessfully);
                if (!await Task.Run(() => TryStart(scorer, scorings, cancellation), cancellation).ConfigureAwait(false))
                    break;
            }

            _parts.Writer.Complete();
        }
        catch (Exception fault)
        {
            _parts.Writer.Complete(fault);
        }

        await Task.WhenAll(scorings).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool TryStart(PartScorer scorer, List<Task> scorings, CancellationToken cancellation)
    {
        if (!_reader.TryRead(scorer.Buffer, out var part))
            return false;
        var scoring = Task.Run(() => scorer.Score(part, cancellation), cancellation);
        scorings.Add(scoring);
        return _parts.Writer.TryWrite((scorer, scoring));
    }
}
