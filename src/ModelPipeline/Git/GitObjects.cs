using System.Globalization;
using System.Text;

namespace ModelPipeline.Git;

/// <summary>Objects on disk.</summary>
internal static class GitObjects
{
    /// <summary>Those of some objects that are not on disk.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(GitCommand git, IReadOnlyCollection<string> objects, CancellationToken cancellation)
    {
        if (objects.Count == 0)
            return [];
        var known = await git.RunAsync(new GitCall("cat-file", "--batch-check") { Input = Lines(objects) }, cancellation).ConfigureAwait(false);
        return [.. known.Lines.Where(line => line.EndsWith(" missing", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The texts of some objects, by their hashes.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(GitCommand git, IReadOnlyCollection<string> objects, CancellationToken cancellation)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (objects.Count == 0)
            return texts;
        var output = await git.RunAsync(new GitCall("cat-file", "--batch") { Input = Lines(objects) }, cancellation).ConfigureAwait(false);
        for (var rest = output.Bytes.AsMemory(); !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var head = Encoding.UTF8.GetString(rest.Span[..Math.Max(0, end)]).Split(' ');
            if (head.Length != 3 || !int.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || rest.Length < end + length + 2)
                throw new RemoteException($"git cat-file answered {QuotedText.Of(string.Join(' ', head))} where an object was asked for.");
            texts[head[0]] = Encoding.UTF8.GetString(rest.Span.Slice(end + 1, length));
            rest = rest[(end + length + 2)..];
        }

        return texts;
    }

    private static byte[] Lines(IEnumerable<string> objects) => Encoding.UTF8.GetBytes(string.Join('\n', objects) + "\n");
}
