using YamlDotNet.RepresentationModel;

namespace Cake.Frosting.ModelPipeline.Tests.Workflows;

/// <summary>A workflow or an action of this repository.</summary>
internal sealed class WorkflowFile
{
    private readonly YamlMappingNode _root;

    private WorkflowFile(string name)
    {
        Name = name;
        Text = File.ReadAllText(Path.Combine(Repository.Root, name));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        _root = (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>The names of all files, relative to the repository's root.</summary>
    public static TheoryData<string> All =>
        [.. new[] { "workflows", "actions" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", folder), "*.yml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Workflows => [.. All.Select(row => row.Data).Where(name => name.StartsWith(".github/workflows/", StringComparison.Ordinal))];

    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode Root => _root;

    /// <summary>The jobs; none in an action.</summary>
    public IEnumerable<(string Name, YamlMappingNode Job)> Jobs =>
        (Child(_root, "jobs") as YamlMappingNode)?.Children.Select(job => (((YamlScalarNode)job.Key).Value!, (YamlMappingNode)job.Value)) ?? [];

    /// <summary>Every step.</summary>
    public IEnumerable<YamlMappingNode> Steps => [.. Jobs.SelectMany(job => StepsOf(job.Job)), .. Child(_root, "runs") is YamlMappingNode runs ? StepsOf(runs) : []];

    /// <summary>What must be true for a job to run: its own condition and those of the jobs that it needs.</summary>
    public string ConditionOf(YamlMappingNode job) => string.Join('\n', [
        Scalar(Child(job, "if")) ?? "",
        .. Jobs.Where(other => other.Name == Scalar(Child(job, "needs"))).Select(other => ConditionOf(other.Job))]);

    public static WorkflowFile Read(string name) => new(name);

    /// <summary>The workflow of a name that docs/workflows.md shows.</summary>
    public static string Example(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "workflows.md"))
        .Split("```yaml\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]).Single(block => block.StartsWith($"name: {name}\n", StringComparison.Ordinal));

    public static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode job) => (Child(job, "steps") as YamlSequenceNode)?.Children.Cast<YamlMappingNode>() ?? [];

    public static YamlNode? Child(YamlNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
            node = node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
        return node;
    }

    public static string? Scalar(YamlNode? node) => (node as YamlScalarNode)?.Value;
}
