using ModelPipeline.Statistics;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Bounded tries with growing delays. Each delay is drawn at random, so that releasers that met once do not meet again.</summary>
/// <param name="clock">Paces the waiting.</param>
internal sealed class Patience(TimeProvider clock)
{
    /// <summary>How many tries in a row may come to nothing.</summary>
    public const int MostTries = 6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);

    private readonly SeededRandom _random = new(clock.GetTimestamp());
    private int _tries;
    private int _turns;

    /// <summary>Something went on.</summary>
    public void Reset() => _tries = 0;

    /// <summary>A try came to nothing: waits, longer each time.</summary>
    /// <returns>False where there have been too many.</returns>
    public async Task<bool> TryAgainAsync(CancellationToken cancellation)
    {
        if (++_tries >= MostTries)
            return false;
        await DelayAsync(First * (1 << (_tries - 1)), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Lets another releaser go on: five to ten seconds at first, at most one to two minutes.</summary>
    public Task LetOtherAsync(CancellationToken cancellation)
    {
        var turn = Turn * Math.Pow(2, _turns++);
        return DelayAsync(turn < LongestTurn ? turn : LongestTurn, cancellation);
    }

    private Task DelayAsync(TimeSpan least, CancellationToken cancellation) => Task.Delay(least * (1 + _random.NextDouble()), clock, cancellation);
}
