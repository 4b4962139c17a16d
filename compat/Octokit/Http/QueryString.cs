namespace Octokit.Internal;

/// <summary>What stands behind the question mark.</summary>
internal static class QueryString
{
    /// <summary>Adds parameters to an address.</summary>
    public static Uri Add(Uri uri, IDictionary<string, string> parameters)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (parameters is null || parameters.Count == 0)
            return uri;
        var address = uri.OriginalString;
        var added = string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        return new Uri($"{address}{(address.Contains('?') ? '&' : '?')}{added}", UriKind.RelativeOrAbsolute);
    }
}
