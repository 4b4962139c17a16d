namespace ModelPipeline.Runs;

/// <summary>The program that runs the steps.</summary>
/// <param name="Version">Its version, for example <c>0.1.0</c>.</param>
/// <param name="Digest">The digest of its assemblies.</param>
public sealed record ToolIdentity(string Version, Digest Digest)
{
    /// <summary>Reads the identity of the assemblies in a folder.</summary>
    /// <param name="version">The tool's version.</param>
    /// <param name="folder">The folder of the host's <c>.dll</c> files.</param>
    public static ToolIdentity OfFolder(string version, string folder)
    {
        var lines = Directory.EnumerateFiles(folder, "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)}\0{ModelPipeline.Digest.OfFile(file)}");
        return new ToolIdentity(version, ModelPipeline.Digest.Of(string.Join('\n', lines)));
    }
}
