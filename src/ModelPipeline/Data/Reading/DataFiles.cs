namespace ModelPipeline.Data.Reading;

/// <summary>Finds what <c>data.path</c> or <c>--data</c> names.</summary>
internal static class DataFiles
{
    private static readonly EnumerationOptions SameOnEverySystem = new()
    {
        AttributesToSkip = FileAttributes.None,
        MatchCasing = MatchCasing.CaseSensitive,
        MatchType = MatchType.Simple,
    };

    /// <summary>The files of a path or of a glob (<c>*</c> and <c>?</c> in the file name; names with a leading dot are left out), in ordinal order.</summary>
    /// <param name="path">A path or glob.</param>
    /// <param name="folder">What it is relative to.</param>
    /// <exception cref="DataException">There is none, or one is neither <c>.csv</c> nor <c>.csv.gz</c>.</exception>
    public static IReadOnlyList<DataFile> Find(string path, string folder)
    {
        var files = IsGlob(Path.GetFileName(path)) ? Matching(path, folder) : [Existing(path, folder)];
        var faults = new FaultList();
        foreach (var file in files.Where(file => !file.HasKnownExtension))
            faults.Add($"{file.Name} is neither a .csv nor a .csv.gz file");
        faults.ThrowIfAny();
        return files;
    }

    private static DataFile Existing(string path, string folder)
    {
        var file = new DataFile(WithSlashes(path), Path.Combine(folder, path));
        if (IsGlob(path) && !File.Exists(file.Path))
            throw new DataException([$"{file.Name}: wildcards are allowed in the file name alone, not in a folder's"]);
        if (Directory.Exists(file.Path))
            throw new DataException([$"{file.Name} is a folder: name a file in it, or a pattern such as {file.Name.TrimEnd('/')}/*.csv"]);
        if (!File.Exists(file.Path))
            throw new DataException([$"{file.Name} does not exist{In(folder)}: check data.path, or --data where it was given"]);
        return file;
    }

    private static IReadOnlyList<DataFile> Matching(string glob, string folder)
    {
        var parent = Path.GetDirectoryName(glob) ?? "";
        var parentPath = Path.Combine(folder, parent);
        if (IsGlob(parent))
            throw new DataException([$"{WithSlashes(glob)}: wildcards are allowed in the file name alone, not in a folder's"]);
        var parentFolder = new DirectoryInfo(parentPath == "" ? "." : parentPath);
        var names = !parentFolder.Exists ? [] : parentFolder
            .EnumerateFiles(Path.GetFileName(glob), SameOnEverySystem)
            .Select(file => file.Name)
            .Where(name => !name.StartsWith('.'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
            throw new DataException([$"no file matches {WithSlashes(glob)}{In(folder)}: check data.path, or --data where it was given"]);
        return [.. names.Select(name => new DataFile(WithSlashes(Path.Combine(parent, name)), Path.Combine(parentPath, name)))];
    }

    private static bool IsGlob(string text) => text.AsSpan().ContainsAny('*', '?');

    private static string In(string folder) => folder == "" ? "" : " in the model's folder";

    private static string WithSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
