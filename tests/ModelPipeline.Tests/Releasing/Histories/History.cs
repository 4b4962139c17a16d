using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>The life of a pull request from its base on: the truth, which no host knows whole.</summary>
internal sealed record History
{
    public const string ReleaseBranch = "main";

    public required int Seed { get; init; }

    public required ReleaseSpec Policy { get; init; }

    /// <summary>The base's CODEOWNERS; <see langword="null"/> where there is none.</summary>
    public required OwnersText? Owners { get; init; }

    /// <summary>Whether the host shows a deleted account as the ghost; else it leaves the account out.</summary>
    public required bool ShowsGhost { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>The events of a type, in order.</summary>
    public IEnumerable<T> Of<T>()
        where T : HistoryEvent => Events.OfType<T>();
}
