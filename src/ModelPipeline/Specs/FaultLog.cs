using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs;

/// <summary>Collects the faults of one file.</summary>
internal sealed class FaultLog(string file)
{
    private readonly List<SpecFault> _faults = [];

    public string File => file;

    public bool IsEmpty => _faults.Count == 0;

    public void Add(Place place, string message) => _faults.Add(new SpecFault(file, place.Line, place.Column, message));

    public IReadOnlyList<SpecFault> InOrder() => [.. _faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];
}
