using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs;

/// <summary>Where the values of a <c>model.yaml</c> stand, for faults that show only once the data are read.</summary>
/// <param name="file">The file, as messages name it.</param>
/// <param name="root">What the file holds.</param>
internal sealed class SpecPlaces(string file, MapNode root)
{
    /// <summary>The places of a spec that was not read from a file: none.</summary>
    public static SpecPlaces None { get; } = new("", new MapNode(Place.Start, []));

    /// <summary>The beginning of a message, such as <c>models/churn/model.yaml:8:10: </c>; empty where the value is not written.</summary>
    /// <param name="path">The path of the setting, such as <c>data.key</c>.</param>
    /// <param name="name">What the setting names: its value, an item of its list, or one of its keys.</param>
    public string At(string path, string name) => Find(path, name) is { } place
        ? FormattableString.Invariant($"{file}:{place.Line}:{place.Column}: ")
        : "";

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
