using System.Text.RegularExpressions;

namespace ModelPipeline.Registry.Listing;

/// <summary>The message of a tag: a sentence for people, an empty line, and trailers such as <c>Version: 1.2.0</c> for machines.</summary>
internal static partial class TagMessage
{
    /// <summary>What was done: one of <see cref="Promote"/>, <see cref="Rollback"/>, <see cref="Leave"/>, <see cref="Retire"/>.</summary>
    public const string Action = "Action";

    public const string Promote = "promote";
    public const string Rollback = "rollback";
    public const string Leave = "leave";
    public const string Retire = "retire";
    public const string Model = "Model";
    public const string Version = "Version";
    public const string Stage = "Stage";

    /// <summary>The version that was in the stage before.</summary>
    public const string From = "From";

    /// <summary>The logins of who started it; where there is none, git's tagger did.</summary>
    public const string By = "By";

    public const string Reason = "Reason";

    /// <summary>The bundle's digest.</summary>
    public const string Bundle = "Bundle";

    /// <summary>The digest of the version's <c>release.json</c>.</summary>
    public const string Release = "Release";

    /// <summary>The tag that published the version.</summary>
    public const string Published = "Published";

    /// <summary>The pull request that the version was approved in: the decision that it comes from.</summary>
    public const string PullRequest = "Pull-Request";

    /// <summary>The commit that the gate approved there.</summary>
    public const string JudgedHead = "Judged-Head";

    private const int LongestValue = 500;

    /// <summary>Writes a message. A value is put on one line, whatever it holds; one that is empty or <see langword="null"/> is left out.</summary>
    public static string Write(string title, IEnumerable<(string Name, string? Value)> trailers) =>
        $"{title}\n\n{string.Concat(trailers.Where(trailer => !string.IsNullOrWhiteSpace(trailer.Value)).Select(trailer => $"{trailer.Name}: {QuotedText.Escape(trailer.Value!.Trim(), LongestValue)}\n"))}";

    /// <summary>The trailers of a message: the lines of its last paragraph; of two of one name the first counts. Signatures are no part of it.</summary>
    public static IReadOnlyDictionary<string, string> Trailers(string message)
    {
        var text = message.ReplaceLineEndings("\n");
        var signature = text.IndexOf("\n-----BEGIN ", StringComparison.Ordinal);
        var last = (signature < 0 ? text : text[..signature]).TrimEnd('\n').Split("\n\n")[^1];
        return Trailer().Matches(last)
            .DistinctBy(match => match.Groups["name"].Value)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z-]*): (?<value>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Trailer();
}
