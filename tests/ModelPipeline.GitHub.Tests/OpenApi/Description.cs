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
        RemoveUnused(document);
        return new(document);
    }

    /// <summary>The description with every member of an answer optional: what stands in one must be as described, but may be left out.</summary>
    public Description WithPartialAnswers()
    {
        var document = _document.DeepClone().AsObject();
        Relax(document["components"]!["schemas"]!);
        Relax(document["components"]!["responses"]!);
        foreach (var operation in Operations.All.Keys)
            Relax(document["paths"]![operation.Path]![operation.Verb]!["responses"]!);
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

    /// <summary>Removes the components that no operation refers to, most of them: prism reads them all.</summary>
    private static void RemoveUnused(JsonObject document)
    {
        var used = new HashSet<string>();
        Visit(document["paths"]);
        foreach (var (kind, components) in document["components"]!.AsObject())
        {
            foreach (var name in components!.AsObject().Select(component => component.Key).Where(name => !used.Contains($"#/components/{kind}/{name}")).ToList())
                components.AsObject().Remove(name);
        }

        void Visit(JsonNode? node)
        {
            if (node is JsonObject reference && reference["$ref"] is JsonValue value && used.Add((string)value!))
                Visit(Target(document, (string)value!));
            foreach (var part in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? [])
                Visit(part);
        }
    }

    // With fewer members a value may fit several of the schemas of which it should fit one.
    private static void Relax(JsonNode? node)
    {
        if (node is JsonObject schema && schema["required"] is JsonArray)
            schema.Remove("required");
        if (node is JsonObject choice && choice["oneOf"] is JsonArray schemas)
        {
            choice.Remove("oneOf");
            choice["anyOf"] = schemas;
        }

        foreach (var part in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? [])
            Relax(part);
    }

    private JsonNode Target(JsonNode node) =>
        node["$ref"] is { } reference ? Target(Target(_document, reference.GetValue<string>())) : node;

    private static JsonNode Target(JsonObject document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode)document, (parent, name) => parent[name]!);
}
