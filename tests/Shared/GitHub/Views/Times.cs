namespace Shared.GitHub.Views;

/// <summary>Times and other texts as the API writes them.</summary>
internal static class Times
{
    public static string Iso(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");

    public static string? Iso(this DateTimeOffset? time) => time?.Iso();

    /// <summary>An address in the API.</summary>
    public static string Url(this GitHubDouble github, string path) => new Uri(github.Address, path.Replace("#", "%23", StringComparison.Ordinal)).AbsoluteUri;

    /// <summary>An address in a repository of the API.</summary>
    public static string Url(this GitHubRepository repository, string path) =>
        repository.GitHub.Url($"repos/{repository.FullName}{(path.Length > 0 ? "/" : "")}{path}");

    /// <summary>The address of a repository's page for people.</summary>
    public static string Page(this GitHubRepository repository, string path) =>
        new Uri(repository.GitHub.PageAddress, $"{repository.FullName}{(path.Length > 0 ? "/" : "")}{path.Replace("#", "%23", StringComparison.Ordinal)}").AbsoluteUri;

    /// <summary>An opaque id.</summary>
    public static string Node(string type, object id) => $"{type}_{id}";
}
