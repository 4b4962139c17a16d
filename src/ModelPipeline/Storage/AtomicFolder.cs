namespace ModelPipeline.Storage;

/// <summary>Replaces a folder as a whole.</summary>
public static class AtomicFolder
{
    private const string NextSuffix = ".new";
    private const string PreviousSuffix = ".old";

    /// <summary>Lets an action fill a new folder, then puts it in the old one's place.</summary>
    /// <param name="path">The folder to replace; it need not exist.</param>
    /// <param name="fill">Writes into the folder that it is given. Where it throws, the old folder is untouched.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Replace(string path, Action<string> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        Recover(path);
        try
        {
            Directory.CreateDirectory(Next(path));
            fill(Next(path));
            if (Directory.Exists(path))
                Directory.Move(path, Previous(path));
            Directory.Move(Next(path), path);
        }
        finally
        {
            Recover(path);
        }
    }

    /// <summary>
    /// Cleans up after a replacement that was killed: where the folder is gone because it was set aside and nothing was put in its place yet,
    /// it is put back; what else was left is removed.
    /// </summary>
    /// <param name="path">The folder that was being replaced.</param>
    /// <exception cref="IOException">A folder cannot be moved or removed.</exception>
    public static void Recover(string path)
    {
        if (!Directory.Exists(path) && Directory.Exists(Previous(path)))
            Directory.Move(Previous(path), path);
        Remove(Previous(path));
        Remove(Next(path));
    }

    /// <summary>Whether a folder is what a replacement that was killed left beside the folder that it was to replace.</summary>
    /// <param name="path">The folder.</param>
    internal static bool IsLeftover(string path) => path.EndsWith(NextSuffix, StringComparison.Ordinal) || path.EndsWith(PreviousSuffix, StringComparison.Ordinal);

    private static string Next(string path) => path + NextSuffix;

    private static string Previous(string path) => path + PreviousSuffix;

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
