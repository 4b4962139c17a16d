namespace ModelPipeline.Command.Files;

/// <summary>Removes folders in which programs worked.</summary>
internal static class FolderRemoval
{
    private static readonly EnumerationOptions Entries = new() { AttributesToSkip = FileAttributes.None };

    /// <summary>Removes a folder with all that is in it, also what its owner may not write; what cannot be removed stays.</summary>
    public static void TryRemove(string folder)
    {
        if (!TryDelete(folder) && TryOpen(new DirectoryInfo(folder)))
            TryDelete(folder);
    }

    private static bool TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Lets the owner change a folder and those in it.</summary>
    private static bool TryOpen(DirectoryInfo folder)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                folder.UnixFileMode |= UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            return folder.EnumerateDirectories("*", Entries).Where(inner => inner.LinkTarget is null).ToList().TrueForAll(TryOpen);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
