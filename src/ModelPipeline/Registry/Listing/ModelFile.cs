using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Registry.Listing;

/// <summary>What the registry shows of a <c>model.yaml</c>. Unlike a run, it also takes a file with mistakes: the model is listed with them.</summary>
/// <param name="Root">What the file holds; <see langword="null"/> where it cannot be read.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record ModelFile(MapNode? Root, IReadOnlyList<string> Faults)
{
    private static readonly string[] ColumnLists = ["key", "ignore"];

    /// <summary>Reads the file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="path">Its path, as messages name it.</param>
    public static ModelFile Read(byte[] bytes, string path)
    {
        var faults = new FaultLog(QuotedText.Escape(path));
        if (bytes.Length > SpecFile.MostBytes)
            faults.Add(Place.Start, "the file is larger than 1 MiB: is it a model.yaml?");
        var root = faults.IsEmpty && YamlText.Decode(bytes, faults) is { } text ? new NodeReader(text, faults).Read() : null;
        return new ModelFile(faults.IsEmpty ? root : null, [.. faults.InOrder().Select(fault => fault.ToString())]);
    }

    /// <summary>The model of this file, without its releases and tags.</summary>
    /// <param name="name">The name of its folder.</param>
    /// <param name="folder">The folder's path.</param>
    public RegisteredModel ToModel(string name, string folder)
    {
        var owner = Text("owner") ?? "";
        var stages = Child("release", "stages") is null ? new ReleaseSpec().Stages : Texts("release", "stages");
        var faults = Faults.ToList();
        if (Root is not null && Text("name") is var said && said != name)
            faults.Add($"{folder}/{ModelFolders.SpecName} names the model {QuotedText.Of(said ?? "")}, its folder {QuotedText.Of(name)}");
        if (Root is not null && owner.Length == 0)
            faults.Add($"{folder}/{ModelFolders.SpecName} names no owner");
        var isOrder = stages.Count > 0 && stages.All(ModelName.IsValid) && stages.Distinct(StringComparer.Ordinal).Count() == stages.Count;
        if (Root is not null && !isOrder)
            faults.Add($"{folder}/{ModelFolders.SpecName}: release.stages must list different stages, each {ModelName.Rule}");
        return new RegisteredModel
        {
            Name = name,
            Folder = folder,
            Owner = owner,
            MonitoringOwner = Text("monitoring_owner") ?? owner,
            Description = Text("description") ?? "",
            DependsOn = Texts("depends_on"),
            Tags = Texts("card", "tags"),
            Columns = Columns(),
            StageOrder = Root is not null && isOrder ? stages : [],
            Faults = faults,
        };
    }

    private IReadOnlyList<string> Columns()
    {
        string?[] single = [Text("data", "label"), Text("data", "time")];
        var typed = (Child("data", "columns") as MapNode)?.Entries.Select(entry => entry.Key) ?? [];
        return [.. single.OfType<string>().Concat(ColumnLists.SelectMany(list => Texts("data", list))).Concat(typed).Concat(Texts("evaluate", "slices")).Distinct(StringComparer.Ordinal)];
    }

    private string? Text(params string[] path) => Child(path) is ScalarNode { IsEmpty: false } scalar ? scalar.Text : null;

    private IReadOnlyList<string> Texts(params string[] path) => [.. TextsIn(Child(path))];

    private Node? Child(params string[] path) =>
        path.Aggregate((Node?)Root, (node, key) => (node as MapNode)?.Entries.FirstOrDefault(entry => entry.Key == key)?.Value);

    private static IEnumerable<string> TextsIn(Node? node) => node switch
    {
        ScalarNode { IsEmpty: false } scalar => [scalar.Text],
        ListNode list => list.Items.SelectMany(TextsIn),
        _ => [],
    };
}
