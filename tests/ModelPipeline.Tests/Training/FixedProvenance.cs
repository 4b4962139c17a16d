using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Training;

/// <summary>Always the same origin.</summary>
internal sealed class FixedProvenance(Provenance provenance) : IProvenanceSource
{
    public Task<Provenance> ReadAsync(string folder, CancellationToken cancellation) => Task.FromResult(provenance);
}
