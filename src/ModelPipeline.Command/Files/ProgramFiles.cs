namespace ModelPipeline.Command.Files;

/// <summary>The files of a program, in the model's folder.</summary>
internal static class ProgramFiles
{
    private const long MostBytes = 64L << 20;

    /// <summary>Copies them.</summary>
    /// <param name="names">Relative to <paramref name="folder"/>, judged by <see cref="ProgramFileName"/>.</param>
    /// <param name="folder">The model's folder.</param>
    /// <param name="target">Where to.</param>
    /// <exception cref="ProgramException">Some cannot be taken; the message lists all of them.</exception>
    public static void Copy(IReadOnlyList<string> names, string folder, string target)
    {
        string[] faults = [.. names.Select(name => Fault(name, folder)).OfType<string>()];
        if (faults.Length > 0)
            throw new ProgramException($"'files' cannot be taken: {string.Join("; ", faults)}");
        if (names.Sum(name => new FileInfo(Path.Combine(folder, name)).Length) > MostBytes)
            throw new ProgramException($"'files' are larger than {MostBytes >> 20} MB together: have the train command fetch or write what is so large");
        foreach (var name in names)
            CopyFile(Path.Combine(folder, name), Path.Combine(target, name));
    }

    /// <summary>
    /// Copies a file; the copy may be written and run by its owner, and its folder is made. What has no length is not opened: it may be a pipe, on which reading waits for ever.
    /// </summary>
    public static void CopyFile(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (new FileInfo(source).Length == 0)
            File.Create(target).Dispose();
        else
            File.Copy(source, target);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The digest of a file; what has no length is not opened.</summary>
    public static Digest DigestOf(string file) => new FileInfo(file).Length == 0 ? Digest.Of(Array.Empty<byte>()) : Digest.OfFile(file);

    /// <summary>Whether a file or a folder on the way to it is a link.</summary>
    public static bool IsLinked(string name, string folder)
    {
        var path = folder;
        foreach (var part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private static string? Fault(string name, string folder) => File.Exists(Path.Combine(folder, name)) switch
    {
        false => $"there is no file {QuotedText.Of(name)} in the model's folder",
        true when IsLinked(name, folder) => $"{QuotedText.Of(name)} is a link, or below one: name the file itself",
        _ => null,
    };
}
