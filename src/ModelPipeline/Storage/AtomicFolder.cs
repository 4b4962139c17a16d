namespace ModelPipeline.Storage;

/// <summary>Replaces a folder as a whole.</summary>
public static class AtomicFolder
{
    /// <summary>Lets an action fill a new folder, then puts it in the old one's place.</summary>
    /// <param name="path">The folder to replace; it need not exist.</param>
    /// <param name="fill">Writes into the folder that it is given. Where it throws, the old folder is untouched.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Replace(string path, Action<string> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var next = path + ".new";
        var previous = path + ".old";
        Remove(next);
        try
        {
            Directory.CreateDirectory(next);
            fill(next);
            Remove(previous);
            if (Directory.Exists(path))
                Directory.Move(path, previous);
            Directory.Move(next, path);
        }
        finally
        {
            Remove(next);
        }

        Remove(previous);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
