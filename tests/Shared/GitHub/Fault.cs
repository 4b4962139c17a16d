namespace Shared.GitHub;

/// <summary>What goes wrong with one request.</summary>
internal sealed record Fault
{
    private Fault()
    {
    }

    /// <summary>The connection ends; nothing was processed.</summary>
    public static Fault DropBefore { get; } = new() { DropsBefore = true };

    /// <summary>It is processed, then the connection ends: a lost response.</summary>
    public static Fault DropAfter { get; } = new() { DropsAfter = true };

    /// <summary>It is processed; the response breaks off in the middle of its body.</summary>
    public static Fault Truncate { get; } = new() { Truncates = true };

    /// <summary>An upload leaves an asset in the state <c>starter</c>, and the connection ends. Any other request: as <see cref="DropBefore"/>.</summary>
    public static Fault LeaveStarter { get; } = new() { DropsBefore = true, LeavesStarter = true };

    /// <summary>The list's next page is the page itself.</summary>
    public static Fault LoopingLink { get; } = new() { NextPage = page => page.AbsoluteUri };

    /// <summary>The list's next page is on another host.</summary>
    public static Fault ForeignLink { get; } = new() { NextPage = _ => "http://localhost.invalid/page/2" };

    /// <summary>The list's next page is its first one.</summary>
    public static Fault StaleLink { get; } = new() { NextPage = page => page.GetLeftPart(UriPartial.Path) + "?per_page=100&page=1" };

    /// <summary>The status that it is refused with, unprocessed; <see langword="null"/> where it is not refused.</summary>
    public int? Status { get; private init; }

    /// <summary>The message that it is refused with.</summary>
    public string Message { get; private init; } = "";

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; private init; } = [];

    public bool DropsBefore { get; private init; }

    public bool DropsAfter { get; private init; }

    public bool Truncates { get; private init; }

    public bool LeavesStarter { get; private init; }

    /// <summary>What the second half of the body waits for.</summary>
    public Task? SlowUntil { get; private init; }

    /// <summary>The next page's address, from this one's.</summary>
    public Func<Uri, string>? NextPage { get; private init; }

    /// <summary>What becomes of a JSON body.</summary>
    public Func<string, string>? Rewrites { get; private init; }

    /// <summary>Refuses it unprocessed.</summary>
    public static Fault Refuse(int status, string message = "Server Error", params (string Name, string Value)[] headers) =>
        new() { Status = status, Message = message, Headers = headers };

    /// <summary>Refuses it by the secondary limit.</summary>
    /// <param name="seconds">What <c>retry-after</c> says; <see langword="null"/> where it says nothing.</param>
    /// <param name="status">403 or 429.</param>
    public static Fault SecondaryLimit(int? seconds, int status = 403) =>
        Refuse(status, RateLimits.SecondaryMessage, seconds is null ? [] : [("Retry-After", $"{seconds}")]);

    /// <summary>Refuses it by the limit an hour, until a time.</summary>
    public static Fault PrimaryLimit(DateTimeOffset reset) => Refuse(
        403, "API rate limit exceeded for this account.", ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", $"{reset.ToUnixTimeSeconds()}"));

    /// <summary>The second half of the body waits.</summary>
    public static Fault Slow(Task until) => new() { SlowUntil = until };

    /// <summary>The body is changed on its way, for example a field is taken out.</summary>
    public static Fault Rewrite(Func<string, string> body) => new() { Rewrites = body };
}
