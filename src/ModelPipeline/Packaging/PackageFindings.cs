using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Serving;
using ModelPipeline.Specs;

namespace ModelPipeline.Packaging;

/// <summary>Gathers what Package found.</summary>
internal sealed class PackageFindings
{
    private const double Megabyte = 1 << 20;

    private readonly BuiltImage _image;
    private readonly List<Check> _checks = [];
    private readonly SortedDictionary<string, Measure> _measures = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _facts = new(StringComparer.Ordinal);

    public PackageFindings(BuiltImage image, IReadOnlyList<string> faults)
    {
        _image = image;
        _checks.Add(PackageChecks.OfImage(image, faults));
        _measures["compressed_mb"] = image.CompressedBytes / Megabyte;
        foreach (var layer in image.Layers)
            _measures[$"layer_mb.{layer.Name}"] = layer.CompressedBytes / Megabyte;
        _facts[PackageStep.ImageFact] = image.Digest.ToString();
        _facts["image_id"] = image.Id.ToString();
        _facts["reference"] = image.Reference;
        _facts["base"] = image.Base;
        _facts[PackageStep.ArchiveFact] = Digest.OfFile(image.Archive).ToString();
    }

    /// <summary>Takes how a service answered.</summary>
    public void Add(GoldenRowsTrial trial, IServiceInstance service, Digest candidate, double tolerance)
    {
        _facts["tried_in"] = service.Place;
        _measures["cold_start_ms"] = trial.ColdStart.TotalMilliseconds;
        _measures["golden_rows"] = trial.Rows;
        _measures["largest_difference"] = trial.Largest;
        if (trial.Usage is { } usage)
            _measures["memory_mb"] = usage.MemoryBytes / Megabyte;
        if (service is IContainer container)
            _measures["unpacked_mb"] = container.ImageBytes / Megabyte;
        _checks.Add(PackageChecks.OfBundle(trial.Digest, candidate));
        _checks.Add(PackageChecks.OfGoldenRows(trial, tolerance));
    }

    /// <summary>Takes whether the image ran in a container: whatever was tried did not break.</summary>
    public void AddContainer(IServiceInstance service, ContainerUse use, string? endpoint) => _checks.Add(PackageChecks.OfContainer(service, use, endpoint));

    /// <summary>Takes that the service could not be tried.</summary>
    public void AddBroken(string reason) => _checks.Add(PackageChecks.OfBroken(reason));

    public StepOutcome Outcome(Digest candidate, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> reports) => new()
    {
        Summary = Summary(),
        Candidate = candidate,
        Checks = _checks,
        Measures = _measures,
        Facts = _facts,
        Reports = reports,
    };

    private string Summary()
    {
        var unseen = _checks.FirstOrDefault(check => check is { Name: PackageChecks.Container, Status: Status.NotRun });
        var size = string.Create(CultureInfo.InvariantCulture, $"{_image.CompressedBytes / Megabyte:0.0} MB");
        return _measures.TryGetValue("cold_start_ms", out var start)
            ? string.Create(CultureInfo.InvariantCulture, $"{size}, ready in {start.Value:0} ms, {_measures["golden_rows"].Value:0} golden rows agree in {_facts["tried_in"]}{(unseen is null ? "" : $"; not run in a container: {unseen.Reason}")}")
            : size;
    }
}
