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
        return random.Next(10) switch
        {
            0 => Fault.Refuse(500),
            1 => Fault.Refuse(502, "Bad Gateway"),
            2 => Fault.Refuse(503, "Service Unavailable"),
            3 => Fault.SecondaryLimit(random.Next(1, 90)),
            4 => Fault.SecondaryLimit(random.Next(1, 90), status: 429),
            5 => Fault.PrimaryLimit(request.Time + TimeSpan.FromMinutes(random.Next(1, 60))),
            6 => Fault.DropBefore,
            7 => Fault.LeaveStarter,
            8 => Fault.DropAfter,
            _ => Fault.Truncate,
        };
    }

    /// <summary>A seed of its own for each request: close ones would draw alike (the finaliser of SplitMix64).</summary>
    private int SeedOf(int number)
    {
        var mixed = ((ulong)(uint)seed << 32) | (uint)number;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(mixed >> 33);
    }
}
