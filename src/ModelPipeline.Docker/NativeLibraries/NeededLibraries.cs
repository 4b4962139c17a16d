namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>The native libraries that a folder of programs needs and does not hold.</summary>
/// <param name="Names">Their names, with who needs them.</param>
/// <param name="Loader">The full path of the loader that starts its programs; <see langword="null"/> where it has no program.</param>
internal sealed record NeededLibraries(IReadOnlyList<MissingLibrary> Names, string? Loader)
{
    private const string Cryptography = "libSystem.Security.Cryptography.Native.OpenSsl.so";

    /// <summary>The names that .NET tries OpenSSL by at run time, in its order.</summary>
    public static IReadOnlyList<string> OpenSsl { get; } = ["libssl.so.3", "libssl.so.1.1"];

    /// <summary>What a published service needs: what its files say, OpenSSL where .NET will load it by name, and what the engine loads.</summary>
    /// <param name="files">The service's files.</param>
    /// <param name="engine">The names that the engine loads libraries by.</param>
    /// <param name="openSsl">Which OpenSSL there is.</param>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public static NeededLibraries Of(IReadOnlyCollection<string> files, IEnumerable<string> engine, string openSsl)
    {
        var own = files.Select(file => Path.GetFileName(file)!).ToHashSet(StringComparer.Ordinal);
        var programs = files.Select(file => (Name: Path.GetFileName(file)!, Elf: ElfFile.Read(file))).Where(item => item.Elf is not null).ToList();
        var needed = programs.SelectMany(item => item.Elf!.Needed.Select(name => new MissingLibrary(name, item.Name)));
        if (own.Contains(Cryptography))
            needed = needed.Append(new MissingLibrary(openSsl, Cryptography));
        needed = needed.Concat(engine.Select(name => new MissingLibrary(name, "the model's engine")));
        return new NeededLibraries(
            [.. needed.Where(library => !own.Contains(library.Name)).DistinctBy(library => library.Name)],
            programs.Select(item => item.Elf!.Interpreter).FirstOrDefault(loader => loader is not null));
    }
}
