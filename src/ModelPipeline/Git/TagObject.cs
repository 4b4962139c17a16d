using System.Globalization;

namespace ModelPipeline.Git;

/// <summary>The text of a tag object: lines with what it marks and who made it, an empty line, the message.</summary>
/// <param name="Marked">The object that it marks.</param>
/// <param name="Type">That object's type: <c>commit</c>, <c>tag</c>, <c>tree</c> or <c>blob</c>.</param>
/// <param name="Tagger">Its maker's name and address; empty where it does not say.</param>
/// <param name="Tagged">When it was made; <see langword="null"/> where it does not say.</param>
/// <param name="Message">Its message.</param>
internal sealed record TagObject(string Marked, string Type, string Tagger, DateTimeOffset? Tagged, string Message)
{
    /// <summary>Reads the text.</summary>
    public static TagObject Parse(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = (end < 0 ? text : text[..end]).Split('\n').Select(line => line.Split(' ', 2)).Where(line => line.Length == 2).ToArray();
        string Value(string name) => head.FirstOrDefault(line => line[0] == name)?[1] ?? "";
        var tagger = Value("tagger");
        var address = tagger.LastIndexOf('>') + 1;
        return new TagObject(Value("object"), Value("type"), tagger[..address], TimeOf(tagger[address..]), end < 0 ? "" : text[(end + 2)..].TrimEnd('\n'));
    }

    /// <summary>The text of a new one.</summary>
    /// <param name="tag">What it says.</param>
    /// <param name="tagger">Its maker.</param>
    /// <param name="now">When it is made.</param>
    public static string Write(NewGitTag tag, GitIdentity tagger, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"object {GitHash.Expect(tag.Commit)}\ntype commit\ntag {tag.Name}\ntagger {tagger.Name} <{tagger.Address}> {GitIdentity.TimeOf(now)}\n\n{tag.Message.TrimEnd('\n')}\n");

    /// <summary>The time in <c> 1764000000 +0100</c>.</summary>
    private static DateTimeOffset? TimeOf(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
