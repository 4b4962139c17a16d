namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>Collects native libraries of this machine with everything that they need in turn.</summary>
internal static class LibraryCollector
{
    /// <summary>Collects what a service needs, the loader included, ordered by name.</summary>
    /// <param name="needed">What it needs.</param>
    /// <param name="folders">Where this machine has its libraries.</param>
    /// <exception cref="InputException">A library is not there; the message names all of them.</exception>
    /// <exception cref="InvalidDataException">A library is damaged.</exception>
    public static IReadOnlyList<NativeLibrary> Collect(NeededLibraries needed, LibraryFolders folders)
    {
        var found = new SortedDictionary<string, NativeLibrary>(StringComparer.Ordinal);
        var missing = new List<MissingLibrary>();
        var open = new Queue<(MissingLibrary Library, IEnumerable<string> SearchPath)>(needed.Names.Select(library => (library, Enumerable.Empty<string>())));
        if (needed.Loader is { } loader)
            Add(new MissingLibrary(Path.GetFileName(loader), "the program"), folders.FindFile(loader));
        while (open.TryDequeue(out var next))
        {
            if (!found.ContainsKey(next.Library.Name) && missing.TrueForAll(library => library.Name != next.Library.Name))
                Add(next.Library, folders.Find(next.Library.Name, next.SearchPath));
        }

        return missing.Count == 0 ? [.. found.Values] : throw new InputException(
            $"Native libraries that the image needs are not on this machine: {MissingLibrary.Describe(missing)}. Install them here, or build on a base that has them (package.base of the model's spec).");

        void Add(MissingLibrary wanted, (NativeLibrary Library, ElfFile Elf)? library)
        {
            if (library is not { } there)
            {
                missing.Add(wanted);
                return;
            }

            found[there.Library.Name] = there.Library;
            foreach (var name in there.Elf.Needed)
                open.Enqueue((new MissingLibrary(name, wanted.Name), folders.SearchPathOf(there.Library, there.Elf)));
        }
    }
}
