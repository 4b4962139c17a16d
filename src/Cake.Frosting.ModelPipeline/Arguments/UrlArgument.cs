using Cake.Frosting.ModelPipeline.Tasks;

namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>The argument <c>--url</c> of the target LoadTest.</summary>
internal static class UrlArgument
{
    private const string Invocations = "invocations";

    /// <summary>What is wrong with it; nothing where it is not given.</summary>
    /// <param name="value">Its value; <see langword="null"/> where it is not given.</param>
    /// <param name="targets">The targets of the command line.</param>
    public static IEnumerable<string> Faults(string? value, IReadOnlyList<string> targets)
    {
        if (string.IsNullOrWhiteSpace(value))
            yield break;
        if (targets.Count != 1 || !targets[0].Equals(LoadTestTask.Name, StringComparison.OrdinalIgnoreCase))
            yield return $"'--url' is for the target {LoadTestTask.Name} alone: add --target={LoadTestTask.Name}";
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            yield return "'--url' takes the address of a service, for example http://127.0.0.1:8080"; // what was given may hold a password
        else if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            yield return "'--url' takes an address without a user, a query or a fragment; a key is read from the environment variable SCORING_API_KEY";
    }

    /// <summary>The service's address: what is given, without <c>/invocations</c>, with a slash at its end.</summary>
    public static Uri Of(string value)
    {
        var path = value.TrimEnd('/');
        return new Uri((path.EndsWith("/" + Invocations, StringComparison.Ordinal) ? path[..^(Invocations.Length + 1)] : path) + "/");
    }
}
