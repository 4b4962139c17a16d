using System.Text.Json.Nodes;
using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>GitHub's own OpenAPI description of its API, cut down to the operations that the client uses.</summary>
internal sealed class Description
{
    private readonly JsonObject _document;

    private Description(JsonObject document) => _document = document;

    /// <summary>Reads it from the npm package.</summary>
    public static Description Read()
    {
        var file = Path.Combine(NpmPackages.FolderOf("@octokit/openapi"), "generated", "api.github.com.json");
        using var stream = File.OpenRead(file);
        var document = JsonNode.Parse(stream)!.AsObject();
        var used = new JsonObject();
        foreach (var operation in Operations.All.Keys)
        {
            used.TryAdd(operation.Path, new JsonObject());
            used[operation.Path]![operation.Verb] = document["paths"]![operation.Path]![operation.Verb]!.DeepClone();
        }

        document["paths"] = used;
        document.Remove("x-webhooks");
        return new(document);
    }

    /// <summary>Writes it to a file.</summary>
    public void Write(string file) => File.WriteAllText(file, _document.ToJsonString());

    /// <summary>The examples of what is answered where all is well.</summary>
    public IEnumerable<(string Name, JsonNode Value)> ExamplesOf(Operation operation) =>
        from answer in _document["paths"]![operation.Path]![operation.Verb]!["responses"]!.AsObject()
        where answer.Key.StartsWith('2')
        from content in Target(answer.Value!)["content"]?.AsObject() ?? []
        from example in content.Value!["examples"]?.AsObject() ?? []
        select (example.Key, Target(example.Value!)["value"]!);

    private JsonNode Target(JsonNode node) =>
        node["$ref"] is { } reference ? Target(reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)_document, (parent, name) => parent[name]!)) : node;
}
