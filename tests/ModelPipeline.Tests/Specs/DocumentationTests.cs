using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelPipeline.Tests.Specs;

public sealed partial class DocumentationTests
{
    [Fact]
    public void The_guide_lists_every_key_of_the_schema_in_its_order()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("src/ModelPipeline/Specs/model.schema.json")));

        var documented = KeyRow().Matches(File.ReadAllText(Repository.Path("docs/model-yaml.md")).Split("## How data are read")[0])
            .Select(row => row.Groups[1].Value)
            .Where(key => !key.EndsWith(".<metric>", StringComparison.Ordinal));

        documented.ShouldBe(KeysOf(schema.RootElement, ""));
    }

    private static IEnumerable<string> KeysOf(JsonElement node, string prefix)
    {
        if (node.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                yield return prefix + property.Name;
                foreach (var key in KeysOf(property.Value, prefix + property.Name + "."))
                    yield return key;
            }
        }

        if (node.TryGetProperty("additionalProperties", out var metric) && metric.ValueKind == JsonValueKind.Object)
            foreach (var key in KeysOf(metric, prefix + "<metric>."))
                yield return key;
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex KeyRow();
}
