namespace ModelPipeline.Docker.Images.Auditing;

/// <summary>The files that a container has: those of all layers, without what a layer removes from those below it (OCI image specification 1.1, "Whiteouts").</summary>
internal static class MergedLayers
{
    private const string Whiteout = ".wh.";
    private const string OpaqueWhiteout = ".wh..wh..opq";

    /// <summary>The files by their paths.</summary>
    /// <param name="layers">The layers, the lowest first.</param>
    public static Dictionary<string, LayerFile> Of(IEnumerable<AuditedBlob> layers)
    {
        var files = new Dictionary<string, LayerFile>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            var marks = layer.Files.Where(IsWhiteout).Select(file => file.Path).ToList();
            var emptied = marks.Where(path => NameOf(path) == OpaqueWhiteout).Select(FolderOf).ToHashSet(StringComparer.Ordinal);
            var removed = marks.Where(path => NameOf(path) != OpaqueWhiteout).Select(Target).ToHashSet(StringComparer.Ordinal);
            if (marks.Count > 0)
                files = files.Where(file => !IsHidden(file.Key)).ToDictionary(StringComparer.Ordinal);
            foreach (var file in layer.Files.Where(file => !IsWhiteout(file)))
                files[file.Path] = file;

            bool IsHidden(string path) => removed.Contains(path) || FoldersAbove(path).Any(folder => removed.Contains(folder) || emptied.Contains(folder));
        }

        return files;
    }

    private static bool IsWhiteout(LayerFile file) => NameOf(file.Path).StartsWith(Whiteout, StringComparison.Ordinal);

    /// <summary>The path that a whiteout removes.</summary>
    private static string Target(string whiteout) => whiteout[..(whiteout.LastIndexOf('/') + 1)] + NameOf(whiteout)[Whiteout.Length..];

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string FolderOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    /// <summary>All folders that a path lies in, up to the root, whose path is empty.</summary>
    private static IEnumerable<string> FoldersAbove(string path)
    {
        while (path.Length > 0)
            yield return path = FolderOf(path);
    }
}
