namespace ModelPipeline.Docker.Registries.Transport;

/// <summary>What a registry answers where it refuses.</summary>
internal sealed record ErrorDocument(IReadOnlyList<ErrorDocument.Entry?>? Errors)
{
    /// <summary>One fault.</summary>
    internal sealed record Entry(string? Code);
}
