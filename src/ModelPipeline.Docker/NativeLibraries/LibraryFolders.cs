namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>Where the loader of a machine looks for libraries.</summary>
/// <param name="root">The machine's root folder.</param>
internal sealed class LibraryFolders(string root = "/")
{
    private static readonly string[] Standard =
        ["lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu", "lib64", "usr/lib64", "lib", "usr/lib", "usr/local/lib/x86_64-linux-gnu", "usr/local/lib"];

    /// <summary>Finds a library for 64-bit x86; files of that name for other machines are passed over, as the loader does.</summary>
    /// <param name="name">The library's file name, or its full path.</param>
    /// <param name="before">Folders to look in before the usual ones.</param>
    /// <returns><see langword="null"/> where there is none.</returns>
    /// <exception cref="InvalidDataException">A file of that name is damaged.</exception>
    public (NativeLibrary Library, ElfFile Elf)? Find(string name, params IEnumerable<string> before) => name switch
    {
        ['/', ..] when FindFile(name) is { } named => (named.Library with { Name = named.Elf.Name ?? named.Library.Name }, named.Elf),
        _ when name.Contains('/', StringComparison.Ordinal) => null,
        _ => before.Concat(Standard).Select(folder => Open(folder, name)).FirstOrDefault(found => found is not null),
    };

    /// <summary>The folders in which a library wants what it needs to be looked for.</summary>
    public IEnumerable<string> SearchPathOf(NativeLibrary library, ElfFile elf)
    {
        var own = Path.GetRelativePath(root, Path.GetDirectoryName(library.File)!);
        return elf.SearchPath.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => folder.Replace("${ORIGIN}", own, StringComparison.Ordinal).Replace("$ORIGIN", own, StringComparison.Ordinal).TrimStart('/'));
    }

    /// <summary>Finds a library or the loader by its full path on the machine.</summary>
    /// <param name="path">The path.</param>
    public (NativeLibrary Library, ElfFile Elf)? FindFile(string path) => Open(Path.GetDirectoryName(path.TrimStart('/')) ?? "", Path.GetFileName(path));

    private (NativeLibrary Library, ElfFile Elf)? Open(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(root, folder, name));
        if (!file.Exists)
            return null;
        var target = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName;
        return ElfFile.Read(target) is { } elf ? (new NativeLibrary(name, target, folder), elf) : null;
    }
}
