namespace ModelPipeline.Runs;

/// <summary>The program that runs the steps.</summary>
/// <param name="Version">Its version, for example <c>0.1.0</c>.</param>
/// <param name="Digest">The digest of its assemblies and native libraries.</param>
public sealed record ToolIdentity(string Version, Digest Digest)
{
    private static readonly string[] Libraries = [".dll", ".so", ".dylib"];

    /// <summary>Reads the identity of the libraries in a folder; of a single-file program, which has none, that of the program.</summary>
    /// <param name="version">The tool's version.</param>
    /// <param name="folder">The host's folder.</param>
    /// <param name="program">The host's file; <see langword="null"/> where it is not known.</param>
    /// <exception cref="InputException">There is nothing to tell the program by.</exception>
    public static ToolIdentity Of(string version, string folder, string? program)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Libraries.Contains(Path.GetExtension(file)))
                .Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
            files = program is null ? throw new InputException($"Nothing in '{folder}' tells which build of the pipeline runs.") : [program];
        var lines = files.Select(file => $"{Path.GetRelativePath(folder, file).Replace('\\', '/')}\0{ModelPipeline.Digest.OfFile(file)}");
        return new ToolIdentity(version, ModelPipeline.Digest.Of(string.Join('\n', lines)));
    }
}
