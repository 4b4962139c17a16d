using System.IO.Enumeration;

namespace ModelPipeline.Command.Files;

/// <summary>The files of a model: what the train command wrote.</summary>
internal static class ModelFiles
{
    /// <summary>The folder's name in a bundle.</summary>
    public const string Folder = "model";

    private const long MostBytes = 1L << 30;
    private const int MostFiles = 10_000;

    /// <summary>The names of the files below a folder, with the folder's name, in ordinal order.</summary>
    /// <exception cref="ProgramException">There is none, or something there cannot be taken.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        if (!Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
            throw new ProgramException("the train command removed the folder {output}: it must write its files into it");
        Limit(folder);
        var names = new List<string>();
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Entries))
        {
            var name = Path.GetRelativePath(folder, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (entry.LinkTarget is not null)
                throw new ProgramException($"the train command wrote the link {QuotedText.Of(name)} to {{output}}: it must write the file itself");
            if (entry is not FileInfo file)
                continue;
            if (ProgramFileName.Fault(name) is { } fault)
                throw new ProgramException($"the train command wrote the file {QuotedText.Of(name)} to {{output}}: {fault}");
            if (file.Length == 0)
                Replace(file);
            names.Add($"{Folder}/{name}");
        }

        return names.Count > 0
            ? [.. names.Order(StringComparer.Ordinal)]
            : throw new ProgramException("the train command ended with exit code 0 and wrote no file to the folder {output}");
    }

    /// <summary>Judges the size of what is there so far.</summary>
    /// <exception cref="ProgramException">It is more than a model may have.</exception>
    public static void Limit(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var (files, bytes) = (0, 0L);
        foreach (var size in Sizes(folder))
            (files, bytes) = (files + 1, bytes + size);
        if (bytes > MostBytes)
            throw new ProgramException($"the train command wrote more than {MostBytes >> 20} MB to {{output}}");
        if (files > MostFiles)
            throw new ProgramException($"the train command wrote more than {MostFiles} files to {{output}}");
    }

    /// <summary>Puts an empty file in the place of what has no length: it may be a pipe or a device, whose reading has no end.</summary>
    private static void Replace(FileInfo file)
    {
        file.Delete();
        file.Create().Dispose();
    }

    private static EnumerationOptions Entries => new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The sizes, in a folder that the program may be changing.</summary>
    private static FileSystemEnumerable<long> Sizes(string folder) => new(folder, (ref FileSystemEntry entry) => entry.Length, Entries)
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };
}
