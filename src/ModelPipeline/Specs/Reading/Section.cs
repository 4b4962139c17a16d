using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs.Reading;

/// <summary>A mapping of known keys. Opening it reports the unknown, repeated and missing ones.</summary>
internal sealed class Section
{
    private readonly SpecKey _key;
    private readonly string _path;
    private readonly Place _place;
    private readonly Dictionary<string, MapEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mistyped = new(StringComparer.Ordinal);
    private readonly FaultLog _faults;

    private Section(SpecKey key, string path, Place place, FaultLog faults)
    {
        _key = key;
        _path = path;
        _place = place;
        _faults = faults;
    }

    /// <summary>Whether a key was written that the section does not know; it is reported.</summary>
    public bool HasUnknownKeys { get; private set; }

    /// <summary>Opens the file's outermost mapping.</summary>
    public static Section Open(SpecKey key, Place place, MapNode map, FaultLog faults) => Open(key, "", place, map, faults);

    /// <summary>Opens a section that was written.</summary>
    public static Section Open(SpecKey key, string path, Place place, MapNode map, FaultLog faults)
    {
        var section = new Section(key, path, place, faults);
        foreach (var entry in map.Distinct(faults))
            section.Take(entry);
        foreach (var required in key.Keys.Where(known => known.RequiredFor is not null))
            section.Require(required);
        return section;
    }

    /// <summary>The value of a key, or <see langword="null"/> where none is written.</summary>
    /// <exception cref="ArgumentException">The key is not in <see cref="SpecKeys"/>.</exception>
    public SpecValue? Find(string name)
    {
        var known = KeyOf(name);
        return _entries.TryGetValue(name, out var entry) && entry.Value is not ScalarNode { IsEmpty: true }
            ? new SpecValue(known, PathOf(name), entry.Place, entry.Value, _faults)
            : null;
    }

    /// <summary>The value of a key, also where it is written without one; <see langword="null"/> where it is not written.</summary>
    /// <exception cref="ArgumentException">The key is not in <see cref="SpecKeys"/>.</exception>
    public SpecValue? Written(string name) => _entries.TryGetValue(name, out var entry)
        ? new SpecValue(KeyOf(name), PathOf(name), entry.Place, entry.Value, _faults)
        : null;

    /// <summary>Whether a key is written, with a value or without.</summary>
    public bool IsWritten(string name) => _entries.ContainsKey(name);

    /// <summary>The texts of a list; none where it is not written.</summary>
    public IReadOnlyList<string> List(string name) => [.. (Find(name)?.Texts() ?? []).Select(item => item.Text)];

    /// <summary>The section under a key; without any key where it is not written.</summary>
    public Section Sub(string name) => Find(name)?.Section() ?? new Section(KeyOf(name), PathOf(name), _place, _faults);

    /// <summary>Reports a fault at the section's place.</summary>
    public void Fault(string message) => _faults.Add(_place, message);

    private void Take(MapEntry entry)
    {
        var known = _key.Keys.FirstOrDefault(key => key.Name == entry.Key);
        if (known is null)
            ReportUnknown(entry);
        else
            _entries.Add(entry.Key, entry);
    }

    private void ReportUnknown(MapEntry entry)
    {
        HasUnknownKeys = true;
        string[] known = [.. _key.Keys.Select(key => key.Name)];
        _faults.Add(entry.Place, NearestName.Unknown("key", entry.Key, known));
        if (NearestName.Of(entry.Key, known) is { } meant)
            _mistyped.Add(meant);
    }

    /// <summary>A required key that was mistyped is reported as unknown, once, and not as missing too.</summary>
    private void Require(SpecKey key)
    {
        if (_mistyped.Contains(key.Name))
            return;
        if (!_entries.TryGetValue(key.Name, out var entry))
            _faults.Add(_place, $"missing key '{PathOf(key.Name)}' ({key.RequiredFor})");
        else if (entry.Value is ScalarNode { IsEmpty: true })
            _faults.Add(entry.Place, $"'{PathOf(key.Name)}' has no value ({key.RequiredFor})");
    }

    private SpecKey KeyOf(string name) => _key.Keys.FirstOrDefault(key => key.Name == name)
        ?? throw new ArgumentException($"'{PathOf(name)}' is not in the table of keys.", nameof(name));

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
