namespace Shared.GitHub;

/// <summary>Faults at random, the same for a seed: what befalls a request depends on the seed and the request's number alone.</summary>
/// <param name="seed">The seed.</param>
/// <param name="rate">How likely a fault is, from 0 to 1.</param>
/// <param name="most">How many faults there are at most, so that whoever tries again gets through.</param>
internal sealed class FaultSchedule(int seed, double rate, int most = int.MaxValue)
{
    private int _made;

    /// <summary>How many faults there were.</summary>
    public int Made => Math.Min(_made, most);

    /// <summary>The fault of a request; give this to <see cref="GitHubDouble.Faults"/>.</summary>
    public Fault? Next(FakeRequest request)
    {
        var random = new Random(SeedOf(request.Number));
        if (random.NextDouble() >= rate || Interlocked.Increment(ref _made) > most)
            return null;
        return random.Next(9) switch
        {
            0 => Fault.Refuse(500),
            1 => Fault.Refuse(502, "Bad Gateway"),
            2 => Fault.Refuse(503, "Service Unavailable"),
            3 => Fault.SecondaryLimit(random.Next(1, 90)),
            4 => Fault.SecondaryLimit(random.Next(1, 90), status: 429),
            5 => Fault.DropBefore,
            6 => Fault.LeaveStarter,
            7 => Fault.DropAfter,
            _ => Fault.Truncate,
        };
    }

    private int SeedOf(int number) => unchecked((seed * 1_000_003) ^ (number * 7_919));
}
