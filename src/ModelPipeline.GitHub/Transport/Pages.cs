using System.Text.RegularExpressions;
using ModelPipeline.Git;

namespace ModelPipeline.GitHub.Transport;

/// <summary>Reads lists page by page.</summary>
/// <param name="connection">Sends.</param>
internal sealed partial class Pages(GitHubConnection connection)
{
    private const int PageSize = 100;

    /// <summary>The pages of a list, each once it is asked for.</summary>
    /// <param name="first">The first page's path; how many items a page has is added.</param>
    /// <param name="understood">The refusals of the first page that the caller understands, by status.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">A page is missing, or the link to the next one leads elsewhere, back, or on without end.</exception>
    public async IAsyncEnumerable<GitHubReply> ReadAsync(string first, IReadOnlyList<int> understood, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<Uri>();
        var next = new Uri(connection.Address.Base, $"{first}{(first.Contains('?') ? '&' : '?')}per_page={PageSize}");
        while (next is not null)
        {
            var call = new GitHubCall(HttpMethod.Get, next) { Understood = seen.Count == 0 ? understood : [] };
            if (!seen.Add(next))
                throw Refused(call, "links to a page that was read already");
            if (seen.Count > connection.Pages)
                throw Refused(call, $"has more than {connection.Pages} pages");
            var reply = await connection.SendAsync(call, cancellation);
            yield return reply;
            next = Next(reply);
        }
    }

    private Uri? Next(GitHubReply reply)
    {
        if (!reply.Headers.TryGetValue("Link", out var header))
            return null;
        var links = NextLink().Matches(header);
        if (links.Count == 0 && !header.Contains("next", StringComparison.OrdinalIgnoreCase))
            return null;
        return links.Count == 1 && Uri.TryCreate(links[0].Groups["address"].Value, UriKind.Absolute, out var next) && connection.Address.IsOfApi(next)
            ? next
            : throw Refused(reply.Call, "links to a next page that is not of this API");
    }

    private static RemoteException Refused(GitHubCall call, string what) =>
        new($"The list of {call} {what}: it cannot be read as a whole, so nothing is known of it. Try again; check GITHUB_API_URL and what stands between here and GitHub.");

    [GeneratedRegex("""<(?<address>[^>]*)>[^<]*;\s*rel="?next"?(?=\s*[;,]|\s*$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextLink();
}
