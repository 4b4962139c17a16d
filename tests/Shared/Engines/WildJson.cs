using System.Text;
using System.Text.Json.Nodes;

namespace Shared.Engines;

/// <summary>JSON in which one value is another than anybody would write.</summary>
internal static class WildJson
{
    /// <summary>Of how many values at most; where there are more, an even sample.</summary>
    private const int MostValues = 60;

    private const string Mark = "here";

    private static readonly string[] Values = ["null", "-1", "2147483648", "1e999", "\"x\"", "[]", "{}"];

    /// <summary>The variants of a document.</summary>
    /// <returns>Which value is which, and the document's bytes.</returns>
    public static IEnumerable<(string Where, byte[] Json)> Of(string document)
    {
        string[] paths = [.. PathsOf(JsonNode.Parse(document)!)];
        foreach (var path in paths.Where((_, index) => index % Math.Max(1, paths.Length / MostValues) == 0))
        {
            var marked = Marked(document, path);
            foreach (var value in Values)
                yield return ($"{path} is {value}", Encoding.UTF8.GetBytes(marked.Replace($"\"{Mark}\"", value, StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<string> PathsOf(JsonNode node) => Children(node).SelectMany(child => child is null ? [] : PathsOf(child).Prepend(child.GetPath()));

    private static IEnumerable<JsonNode?> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    };

    private static string Marked(string document, string path)
    {
        var root = JsonNode.Parse(document)!;
        Find(root, path)!.ReplaceWith(Mark);
        return root.ToJsonString();
    }

    private static JsonNode? Find(JsonNode node, string path) => node.GetPath() == path
        ? node
        : Children(node).OfType<JsonNode>().Where(child => path.StartsWith(child.GetPath(), StringComparison.Ordinal)).Select(child => Find(child, path)).FirstOrDefault(found => found is not null);
}
