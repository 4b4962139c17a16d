using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs;

/// <summary>Where the values of a spec stand, for faults that show only once the data are read.</summary>
/// <param name="file">The file, as messages name it.</param>
/// <param name="root">What the file holds.</param>
/// <param name="within">The file's path within the model's folder, with slashes.</param>
/// <param name="model">Of a challenger: where the values of <c>model.yaml</c> stand.</param>
internal sealed class SpecPlaces(string file, MapNode root, string within = ModelFolders.SpecName, SpecPlaces? model = null)
{
    /// <summary>A challenger's gates are added to the model's; its other sections take the place of the model's.</summary>
    private const string Added = "evaluate";

    /// <summary>The places of a spec that was not read from a file: none.</summary>
    public static SpecPlaces None { get; } = new("", new MapNode(Place.Start, []));

    /// <summary>The beginning of a message, such as <c>models/churn/model.yaml:8:10: </c>; empty where the value is not written.</summary>
    /// <param name="path">The path of the setting, such as <c>data.key</c>.</param>
    /// <param name="name">What the setting names: its value, an item of its list, or one of its keys.</param>
    public string At(string path, string name) => Find(path, name) is { } place
        ? FormattableString.Invariant($"{file}:{place.Line}:{place.Column}: ")
        : model?.At(path, name) ?? "";

    /// <summary>The line where a section says something of one of some names: that of the first such key in it, else the section's own, else 1.</summary>
    /// <param name="section">A key of the file, such as <c>evaluate</c>.</param>
    /// <param name="names">The names, the most telling first, such as <c>auc</c> and <c>threshold</c>.</param>
    public SpecLine LineOf(string section, IReadOnlyList<string> names)
    {
        var entry = EntryOf(root, section);
        var key = names.Select(name => KeyWithin(entry?.Value, name)).FirstOrDefault(found => found is not null);
        return key is null && model is not null && (entry is null || section == Added)
            ? model.LineOf(section, names)
            : new SpecLine(within, (key ?? entry?.Place)?.Line ?? 1);
    }

    private static Place? KeyWithin(Node? node, string name) => node is not MapNode map
        ? null
        : EntryOf(map, name)?.Place ?? map.Entries.Select(entry => KeyWithin(entry.Value, name)).FirstOrDefault(found => found is not null);

    private Place? Find(string path, string name)
    {
        var node = path.Split('.').Aggregate((Node?)root, (parent, key) => EntryOf(parent as MapNode, key)?.Value);
        return node switch
        {
            ListNode list => list.Items.Select(item => Find(item, name)).FirstOrDefault(place => place is not null),
            MapNode map => EntryOf(map, name)?.Place,
            _ => node?.Place,
        };
    }

    private static Place? Find(Node item, string name) => item switch
    {
        ScalarNode scalar when scalar.Text == name => scalar.Place,
        ListNode list => list.Items.Select(part => Find(part, name)).FirstOrDefault(place => place is not null),
        _ => null,
    };

    private static MapEntry? EntryOf(MapNode? map, string key) => map?.Entries.FirstOrDefault(entry => entry.Key == key);
}
