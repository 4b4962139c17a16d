namespace ModelPipeline.Runs;

/// <summary>Knows where and by whom a candidate is trained.</summary>
public interface IProvenanceSource
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The model's folder.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<Provenance> ReadAsync(string folder, CancellationToken cancellation);
}
