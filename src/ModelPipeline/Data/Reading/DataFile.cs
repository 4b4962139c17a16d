namespace ModelPipeline.Data.Reading;

/// <summary>A data file that is there.</summary>
/// <param name="Name">How messages and evidence call it: as in <c>data.path</c>, with slashes.</param>
/// <param name="Path">What to open.</param>
internal sealed record DataFile(string Name, string Path)
{
    public bool IsCompressed => Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public bool HasKnownExtension =>
        Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
}
