using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace ModelPipeline.Docker.Registries.Authentication;

/// <summary>How a registry asks who we are.</summary>
/// <param name="Realm">Where tokens come from; <see langword="null"/> where user and password are asked for.</param>
/// <param name="Service">The service that the token is for.</param>
/// <param name="Scopes">What the token is to allow.</param>
internal sealed partial record Challenge(Uri? Realm, string? Service, IReadOnlyList<string> Scopes)
{
    /// <summary>The one of a registry's challenges that can be answered, tokens first; <see langword="null"/> for none.</summary>
    /// <param name="offered">The header <c>WWW-Authenticate</c>.</param>
    public static Challenge? Choose(IReadOnlyList<AuthenticationHeaderValue> offered)
    {
        foreach (var challenge in offered.Where(challenge => challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)))
        {
            var values = Read(challenge.Parameter ?? "");
            if (values.TryGetValue("realm", out var realm) && Uri.TryCreate(realm, UriKind.Absolute, out var address))
                return new Challenge(address, values.GetValueOrDefault("service"), values.GetValueOrDefault("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
        }

        return offered.Any(challenge => challenge.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) ? new Challenge(null, null, []) : null;
    }

    private static Dictionary<string, string> Read(string parameter)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter().Matches(parameter))
            values.TryAdd(match.Groups["name"].Value, match.Groups["quoted"].Success ? Escape().Replace(match.Groups["quoted"].Value, "$1") : match.Groups["token"].Value);
        return values;
    }

    [GeneratedRegex("""(?<name>[A-Za-z_-]+)\s*=\s*("(?<quoted>([^"\\]|\\.)*)"|(?<token>[^\s,"]+))""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
