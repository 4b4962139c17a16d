namespace ModelPipeline.Specs.Yaml;

/// <summary>Keys with values, as written: a key may be there twice.</summary>
internal sealed record MapNode(Place Place, IReadOnlyList<MapEntry> Entries) : Node(Place)
{
    /// <summary>The first entry of every key, slips between braces mended; the other entries and the slips are reported.</summary>
    public IReadOnlyList<MapEntry> Distinct(FaultLog faults)
    {
        var first = new Dictionary<string, MapEntry>(StringComparer.Ordinal);
        foreach (var entry in BraceSlip.Mend(Entries, faults))
        {
            if (!first.TryAdd(entry.Key, entry))
                faults.Add(entry.Place, $"key {QuotedText.Of(entry.Key)} is given twice, first in line {first[entry.Key].Place.Line}");
        }

        return [.. first.Values];
    }
}
