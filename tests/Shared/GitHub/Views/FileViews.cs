using Shared.GitHub.Git;

namespace Shared.GitHub.Views;

/// <summary>Changed files as the API shows them, without their patches.</summary>
internal static class FileViews
{
    public static object Of(GitHubRepository repository, GitChange change, string commit)
    {
        var (additions, deletions) = change.Status == "renamed" ? (0, 0) : (Lines(repository, change.After), Lines(repository, change.Before));
        var view = new Dictionary<string, object?>
        {
            ["sha"] = change.After ?? change.Before,
            ["filename"] = change.Path,
            ["status"] = change.Status,
            ["additions"] = additions,
            ["deletions"] = deletions,
            ["changes"] = additions + deletions,
            ["blob_url"] = repository.Page($"blob/{commit}/{change.Path}"),
            ["raw_url"] = repository.Page($"raw/{commit}/{change.Path}"),
            ["contents_url"] = repository.Url($"contents/{change.Path}?ref={commit}"),
        };
        if (change.PreviousPath is not null)
            view["previous_filename"] = change.PreviousPath;
        return view;
    }

    public static int Lines(GitHubRepository repository, string? blob) =>
        blob is null ? 0 : repository.Objects.Read<GitBlob>(blob).Content.Count(value => value == '\n');
}
