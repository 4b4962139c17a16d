using System.Text.RegularExpressions;

namespace Shared.GitHub.Api;

/// <summary>The endpoints. The first that fits counts.</summary>
internal sealed partial class Routes
{
    private readonly List<(string Method, Regex Path, Func<ApiCall, ApiAnswer> Answer)> _all = [];

    /// <summary>Adds an endpoint.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">Its path: <c>{name}</c> is one segment, <c>{name*}</c> is any number of them.</param>
    /// <param name="answer">Its answer.</param>
    public void Add(string method, string path, Func<ApiCall, ApiAnswer> answer)
    {
        var pattern = Placeholder().Replace(path, match => $"(?<{match.Groups[1].Value}>{(match.Groups[2].Length > 0 ? ".+" : "[^/]+")})");
        _all.Add((method, new($"^{pattern}$", RegexOptions.CultureInvariant), answer));
    }

    /// <summary>The endpoint of a path as it was sent, still escaped; <see langword="null"/> where there is none.</summary>
    public (Func<ApiCall, ApiAnswer> Answer, IReadOnlyDictionary<string, string> Route)? Find(string method, string path)
    {
        foreach (var endpoint in _all.Where(endpoint => endpoint.Method == method))
        {
            if (endpoint.Path.Match(path) is { Success: true } match)
                return (endpoint.Answer, match.Groups.Values.Skip(1).ToDictionary(group => group.Name, group => Uri.UnescapeDataString(group.Value)));
        }

        return null;
    }

    [GeneratedRegex(@"\{(\w+)(\*?)\}")]
    private static partial Regex Placeholder();
}
