namespace Octokit;

/// <summary>How many requests are left.</summary>
/// <param name="limit">How many there are in an hour.</param>
/// <param name="remaining">How many are left.</param>
/// <param name="resetAsUtcEpochSeconds">When there are all of them again, in seconds since 1970.</param>
public class RateLimit(int limit, int remaining, long resetAsUtcEpochSeconds)
{
    /// <summary>How many there are in an hour.</summary>
    public int Limit { get; private set; } = limit;

    /// <summary>How many are left.</summary>
    public int Remaining { get; private set; } = remaining;

    /// <summary>When there are all of them again, in seconds since 1970.</summary>
    public long ResetAsUtcEpochSeconds { get; private set; } = resetAsUtcEpochSeconds;

    /// <summary>When there are all of them again.</summary>
    public DateTimeOffset Reset => DateTimeOffset.FromUnixTimeSeconds(ResetAsUtcEpochSeconds);
}
