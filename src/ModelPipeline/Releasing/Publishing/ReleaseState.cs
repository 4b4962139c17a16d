using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>What of a release is there, as the remotes said a moment ago.</summary>
internal sealed record ReleaseState
{
    /// <summary>The pull request; <see langword="null"/> where there is none of that number.</summary>
    public required PullRequest? Request { get; init; }

    /// <summary>Whether the merge commit has the release's folder as it was judged; false while nothing is merged.</summary>
    public required bool IsMergedAsJudged { get; init; }

    /// <summary>The annotated tag; <see langword="null"/> where there is none.</summary>
    public required GitTag? Tag { get; init; }

    /// <summary>Whether a tag of this name is there that is no annotated tag of a commit.</summary>
    public bool IsTagTaken { get; init; }

    /// <summary>Every release page of the tag, drafts included, by number.</summary>
    public required IReadOnlyList<ReleasePage> Pages { get; init; }

    /// <summary>The numbers of unfinished assets that nobody is uploading any more.</summary>
    public IReadOnlySet<long> Remnants { get; init; } = new HashSet<long>();

    /// <summary>The numbers of our drafts with the artifacts of this version's proposals.</summary>
    public IReadOnlyList<long> Artifacts { get; init; } = [];

    /// <summary>The digest that the image's reference has in its registry; <see langword="null"/> where it has none.</summary>
    public Digest? Image { get; init; }

    /// <summary>The page that becomes, or is, the release: the published one, else the oldest draft of ours.</summary>
    public ReleasePage? Page => Pages.FirstOrDefault(page => !page.IsDraft) ?? Pages.FirstOrDefault(DraftMarker.IsIn);

    /// <summary>Drafts of ours that another page makes superfluous.</summary>
    public IEnumerable<ReleasePage> Duplicates => Pages.Where(page => page.IsDraft && page != Page && DraftMarker.IsIn(page));
}
