using ModelPipeline.Git;

namespace ModelPipeline.Registry.Listing;

/// <summary>The tags of one model, read into its versions and the history of its stages.</summary>
internal sealed class ModelTags
{
    private readonly (RegistryTag Name, GitTag Tag)[] _tags;
    private readonly List<string> _faults = [];

    private ModelTags(IEnumerable<(RegistryTag Name, GitTag Tag)> tags) => _tags = [.. tags];

    /// <summary>Adds to a model what its tags say.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="recorded">The versions whose folders are in the default branch.</param>
    public static RegisteredModel Add(RegisteredModel model, IEnumerable<(RegistryTag Name, GitTag Tag)> tags, IReadOnlySet<SemanticVersion> recorded)
    {
        var read = new ModelTags(tags);
        var numbered = read.Numbered();
        var versions = read.Versions(recorded, numbered);
        var history = read.History(versions, numbered);
        return model with
        {
            Versions = versions,
            History = history,
            IsRetired = numbered.Any(tag => tag.Name.Kind == RegistryTagKind.ModelRetired),
            NextNumber = read._tags.Select(tag => tag.Name.Number ?? 0).DefaultIfEmpty(0).Max() + 1,
            Faults = [.. model.Faults, .. read._faults],
        };
    }

    private (RegistryTag Name, GitTag Tag)[] Numbered()
    {
        foreach (var (name, tag) in _tags.Where(tag => tag.Name.Kind != RegistryTagKind.Version && tag.Name.Number is null))
            _faults.Add($"the tag {tag.Name} has no number, so it is not known when it was: it is not counted");
        return [.. _tags.Where(tag => tag.Name.Kind != RegistryTagKind.Version && tag.Name.Number is not null).OrderBy(tag => tag.Name.Number).ThenBy(tag => tag.Tag.Name, StringComparer.Ordinal)];
    }

    private RegisteredVersion[] Versions(IReadOnlySet<SemanticVersion> recorded, (RegistryTag Name, GitTag Tag)[] numbered)
    {
        var published = _tags.Where(tag => tag.Name is { Kind: RegistryTagKind.Version, Number: null }).ToDictionary(tag => tag.Name.Version!.Value, tag => tag.Tag);
        var retired = numbered.Where(tag => tag.Name.Kind == RegistryTagKind.VersionRetired).Select(tag => tag.Name.Version!.Value).ToHashSet();
        foreach (var version in published.Keys.Except(recorded).Order())
            _faults.Add($"the tag {published[version].Name} publishes a version without a folder in the default branch");
        return [.. published.Keys.Union(recorded).Order().Select(version => Version(version, published.GetValueOrDefault(version), retired.Contains(version)))];
    }

    private static RegisteredVersion Version(SemanticVersion version, GitTag? tag, bool isRetired)
    {
        if (tag is null)
            return new RegisteredVersion { Version = version, State = VersionState.Recorded };
        var trailers = TagMessage.Trailers(tag.Message);
        return new RegisteredVersion
        {
            Version = version,
            State = isRetired ? VersionState.Retired : VersionState.Published,
            Tag = tag.Name,
            Commit = tag.Commit,
            Published = tag.Tagged,
            By = WhoMade(tag, trailers),
            Bundle = trailers.GetValueOrDefault(TagMessage.Bundle),
            PullRequest = trailers.GetValueOrDefault(TagMessage.PullRequest),
            JudgedHead = trailers.GetValueOrDefault(TagMessage.JudgedHead),
        };
    }

    private StageEvent[] History(RegisteredVersion[] versions, (RegistryTag Name, GitTag Tag)[] numbered) =>
        [.. numbered.Where(tag => tag.Name.Stage is not null).Select(tag => Event(tag.Name, tag.Tag, versions)).OfType<StageEvent>()];

    /// <summary>As with GTO, the commit says which version a stage's tag is of; the trailer decides where two versions are of one commit.</summary>
    private StageEvent? Event(RegistryTag name, GitTag tag, RegisteredVersion[] versions)
    {
        var trailers = TagMessage.Trailers(tag.Message);
        var there = versions.Where(version => version.Commit == tag.Commit).ToArray();
        var found = there.FirstOrDefault(version => version.Version == VersionIn(trailers, TagMessage.Version)) ?? (there.Length == 1 ? there[0] : null);
        if (found is null)
        {
            _faults.Add($"the tag {tag.Name} marks a commit that {(there.Length == 0 ? "no version was" : "several versions were")} published at: it is not counted");
            return null;
        }

        return new StageEvent
        {
            Number = name.Number!.Value,
            Tag = tag.Name,
            Stage = name.Stage!,
            Kind = name.Kind == RegistryTagKind.StageLeft ? StageEventKind.Left
                : trailers.GetValueOrDefault(TagMessage.Action) == TagMessage.Rollback ? StageEventKind.RolledBack : StageEventKind.Promoted,
            Version = found.Version,
            From = VersionIn(trailers, TagMessage.From),
            When = tag.Tagged,
            By = WhoMade(tag, trailers),
            Reason = trailers.GetValueOrDefault(TagMessage.Reason),
        };
    }

    private static string WhoMade(GitTag tag, IReadOnlyDictionary<string, string> trailers) => trailers.GetValueOrDefault(TagMessage.By) ?? tag.Tagger;

    private static SemanticVersion? VersionIn(IReadOnlyDictionary<string, string> trailers, string name) =>
        SemanticVersion.TryParse(trailers.GetValueOrDefault(name), out var version) ? version : null;
}
