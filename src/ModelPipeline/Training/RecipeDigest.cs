using ModelPipeline.Specs;

namespace ModelPipeline.Training;

/// <summary>
/// The digest of a spec with the files that its recipe reads beside the data: a change of one is a change of the recipe, as one of <c>model.yaml</c> is.
/// Where there are none it is the spec's own, otherwise that of the text <c>spec &lt;digest&gt;\n&lt;file&gt; &lt;digest&gt;\n</c> and so on. A file that is not there is
/// <c>absent</c>: training says what is wrong with it.
/// </summary>
internal static class RecipeDigest
{
    private const long MostBytes = 64L << 20;

    /// <summary>That of files in the model's folder.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Digest Of(ModelSpec spec, IModelEngine engine)
    {
        var files = engine.Files(spec.Train.Parameters);
        return Of(spec, [.. files.Select(file => (file, OfFile(Path.Combine(spec.Folder, file))))]);
    }

    /// <summary>That of files which are elsewhere.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="files">The files' names and digests, in the order of the engine.</param>
    public static Digest Of(ModelSpec spec, IReadOnlyList<(string Name, Digest? Digest)> files) => files.Count == 0
        ? spec.Digest
        : Digest.Of(string.Concat(files.Select(file => $"{file.Name} {file.Digest?.ToString() ?? "absent"}\n").Prepend($"spec {spec.Digest}\n")));

    /// <summary>The digest of a file; of what training refuses none. A pipe and a device have no length, and their reading may have no end: they are not opened.</summary>
    private static Digest? OfFile(string path) => new FileInfo(path) switch
    {
        { Exists: false } or { LinkTarget: not null } or { Length: > MostBytes } => null,
        { Length: 0 } => Digest.Of(""),
        _ => Digest.OfFile(path),
    };
}
