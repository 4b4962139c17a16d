using System.Text.Json.Serialization;

namespace ModelPipeline.Registry.Listing;

/// <summary>A model as the registry has it: its <c>model.yaml</c> at the default branch's tip, its releases and its tags.</summary>
public sealed record RegisteredModel
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder in the repository.</summary>
    public required string Folder { get; init; }

    /// <summary>Who answers for it; empty where its <c>model.yaml</c> does not say.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Who watches it.</summary>
    public string MonitoringOwner { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The models whose output it reads.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The tags of its card.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The columns that its <c>model.yaml</c> names.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Its stages, the first first; empty where its <c>model.yaml</c> cannot be read.</summary>
    public IReadOnlyList<string> StageOrder { get; init; } = [];

    /// <summary>Whether it is retired.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Its versions, the oldest first.</summary>
    public IReadOnlyList<RegisteredVersion> Versions { get; init; } = [];

    /// <summary>Everything that ever happened to its stages, the oldest first.</summary>
    public IReadOnlyList<StageEvent> History { get; init; } = [];

    /// <summary>What is wrong with it, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>What is in its stages: the change that brought each version there, in the order of the stages.</summary>
    public IReadOnlyList<StageEvent> Stages =>
    [
        .. StageOrder.Concat(History.Select(change => change.Stage)).Distinct(StringComparer.Ordinal).Select(InStage).OfType<StageEvent>(),
    ];

    /// <summary>The newest version that is published and not retired; <see langword="null"/> where there is none.</summary>
    [JsonIgnore]
    public RegisteredVersion? Newest => Versions.LastOrDefault(version => version.State == VersionState.Published);

    /// <summary>The number that the next numbered tag takes.</summary>
    [JsonIgnore]
    public int NextNumber { get; init; } = 1;

    /// <summary>Whether its <c>model.yaml</c> could be read; else nothing is decided about it.</summary>
    [JsonIgnore]
    internal bool IsReadable => StageOrder.Count > 0;

    /// <summary>A version of it; <see langword="null"/> where there is none such.</summary>
    /// <param name="version">The version.</param>
    public RegisteredVersion? Find(SemanticVersion version) => Versions.FirstOrDefault(known => known.Version == version);

    /// <summary>
    /// What is in a stage: the change that brought it there; <see langword="null"/> where nothing is. What is retired is in no stage: the version before it is,
    /// unless that was rolled back from.
    /// </summary>
    /// <param name="stage">The stage.</param>
    public StageEvent? InStage(string stage)
    {
        var entered = new Stack<StageEvent>();
        foreach (var change in History.Where(change => change.Stage == stage))
        {
            if (change.Kind != StageEventKind.Left)
                entered.Push(change);
            else if (entered.TryPeek(out var present) && present.Version == change.Version)
                entered.Clear();
        }

        if (IsRetired || !entered.TryPeek(out var last))
            return null;
        return IsVersionRetired(last) ? entered.FirstOrDefault(change => !IsVersionRetired(change) && RolledBackFrom(change.Version, stage) is null) : last;
    }

    /// <summary>Whether a version ever entered a stage and was not rolled back from it since.</summary>
    /// <param name="version">The version.</param>
    /// <param name="stage">The stage.</param>
    public bool Proved(SemanticVersion version, string stage) => Entries(stage).Any(change => change.Version == version) && RolledBackFrom(version, stage) is null;

    /// <summary>The rollback by which a version left a stage for the last time, unless it was promoted there again since; <see langword="null"/> where there is none.</summary>
    /// <param name="version">The version.</param>
    /// <param name="stage">The stage.</param>
    public StageEvent? RolledBackFrom(SemanticVersion version, string stage) => Entries(stage)
        .LastOrDefault(change => change switch
        {
            { Kind: StageEventKind.RolledBack } => change.From == version,
            _ => change.Version == version,
        }) is { Kind: StageEventKind.RolledBack } rollback ? rollback : null;

    private bool IsVersionRetired(StageEvent change) => Find(change.Version)?.State == VersionState.Retired;

    /// <summary>The changes that brought a version into a stage, the oldest first.</summary>
    internal IEnumerable<StageEvent> Entries(string stage) => History.Where(change => change.Stage == stage && change.Kind != StageEventKind.Left);
}
