namespace Shared.GitHub;

/// <summary>Limits on requests, and the time that the last refusal told to wait until.</summary>
internal sealed class RateLimits
{
    public const string SecondaryMessage = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

    private readonly Queue<DateTimeOffset> _creations = new();
    private DateTimeOffset _reset;

    /// <summary>How many requests an hour.</summary>
    public int PerHour { get; set; } = 5000;

    /// <summary>How many requests that make content a minute; <see langword="null"/> for any number. GitHub has 80.</summary>
    public int? CreationsPerMinute { get; set; }

    /// <summary>What <c>retry-after</c> says where the secondary limit is passed.</summary>
    public int RetryAfter { get; set; } = 60;

    /// <summary>How many were used since the last reset.</summary>
    public int Used { get; private set; }

    public int Remaining => Math.Max(0, PerHour - Used);

    /// <summary>When the hour ends.</summary>
    public DateTimeOffset Reset => _reset;

    /// <summary>Before then no request should come.</summary>
    public DateTimeOffset ToldToWaitUntil { get; private set; }

    /// <summary>Remembers what an answer told.</summary>
    public void TellToWait(DateTimeOffset until) => ToldToWaitUntil = until;

    /// <summary>Counts a request.</summary>
    /// <returns>Whether the hour's requests are used up.</returns>
    internal bool IsUsedUp(DateTimeOffset now)
    {
        if (now >= _reset)
            (_reset, Used) = (now + TimeSpan.FromHours(1), 0);
        if (Used >= PerHour)
        {
            TellToWait(_reset);
            return true;
        }

        Used++;
        return false;
    }

    /// <summary>Counts a request that makes content.</summary>
    /// <returns>Whether the minute's are used up.</returns>
    internal bool IsTooFast(DateTimeOffset now)
    {
        while (_creations.TryPeek(out var oldest) && oldest <= now - TimeSpan.FromMinutes(1))
            _creations.Dequeue();
        if (_creations.Count >= (CreationsPerMinute ?? int.MaxValue))
        {
            TellToWait(now + TimeSpan.FromSeconds(RetryAfter));
            return true;
        }

        _creations.Enqueue(now);
        return false;
    }
}
