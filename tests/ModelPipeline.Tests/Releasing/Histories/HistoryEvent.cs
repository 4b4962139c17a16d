using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>Something that happened in a repository, as it truly was: who did what, and what they saw. Accounts are numbers.</summary>
internal abstract record HistoryEvent(DateTimeOffset At)
{
    /// <summary>A commit on the release branch, since the champion's, that touches the model's folder.</summary>
    public sealed record Changed(DateTimeOffset At, TrueCommit Commit) : HistoryEvent(At);

    /// <summary>A person had a release proposed.</summary>
    public sealed record Proposed(DateTimeOffset At, long By, bool NumberIsKnown) : HistoryEvent(At);

    /// <summary>Nobody wrote down who had the release proposed.</summary>
    public sealed record ProposersForgotten(DateTimeOffset At) : HistoryEvent(At);

    public sealed record Opened(DateTimeOffset At, long By) : HistoryEvent(At);

    /// <summary>The branch has these commits and changes these files from now on.</summary>
    public sealed record Pushed(DateTimeOffset At, Push Push) : HistoryEvent(At);

    /// <summary>The server made the first check suite of a commit.</summary>
    public sealed record SuiteMade(DateTimeOffset At, string Commit) : HistoryEvent(At);

    /// <summary>A person looked at the content of a commit and said something.</summary>
    public sealed record Reviewed(DateTimeOffset At, long Id, long By, Saying Says, string Spelled, string Saw) : HistoryEvent(At);

    public sealed record Dismissed(DateTimeOffset At, long Review) : HistoryEvent(At);

    /// <summary>The host leaves out when a review was submitted.</summary>
    public sealed record TimeLost(DateTimeOffset At, long Review) : HistoryEvent(At);

    /// <summary>The host leaves out what commit a review is of.</summary>
    public sealed record CommitLost(DateTimeOffset At, long Review) : HistoryEvent(At);

    public sealed record RoleGiven(DateTimeOffset At, long To, string Role) : HistoryEvent(At);

    /// <summary>The host refuses to say what an account may do.</summary>
    public sealed record RoleHidden(DateTimeOffset At, long Of) : HistoryEvent(At);

    /// <summary>While the gate reads, an account gives up its login and a stranger takes it.</summary>
    public sealed record LoginTaken(DateTimeOffset At, long From) : HistoryEvent(At);

    public sealed record Renamed(DateTimeOffset At, long Who, string Login) : HistoryEvent(At);

    public sealed record AccountDeleted(DateTimeOffset At, long Who) : HistoryEvent(At);

    public sealed record TeamHidden(DateTimeOffset At, string Team) : HistoryEvent(At);

    public sealed record Checked(DateTimeOffset At, CheckResult Result, string Commit) : HistoryEvent(At);

    public sealed record Retargeted(DateTimeOffset At, string Branch) : HistoryEvent(At);

    public sealed record Drafted(DateTimeOffset At) : HistoryEvent(At);

    public sealed record Readied(DateTimeOffset At) : HistoryEvent(At);

    public sealed record Closed(DateTimeOffset At) : HistoryEvent(At);

    public sealed record Reopened(DateTimeOffset At) : HistoryEvent(At);

    public sealed record Merged(DateTimeOffset At) : HistoryEvent(At);

    public sealed record ForkDeleted(DateTimeOffset At) : HistoryEvent(At);
}
