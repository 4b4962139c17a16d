using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs.Reading;

/// <summary>A key that is a name, such as a column's, and its value.</summary>
internal sealed record NamedValue(string Name, Place Place, SpecValue Value, FaultLog Faults)
{
    /// <summary>Reports a fault of the name.</summary>
    public void Report(string message) => Faults.Add(Place, message);
}
