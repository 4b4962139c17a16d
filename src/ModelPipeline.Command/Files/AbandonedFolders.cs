namespace ModelPipeline.Command.Files;

/// <summary>
/// The private folders of processes that were killed and could not remove them. The owner of a folder holds a file in it locked as long as it lives, so no clock and no id of a process, which others may have by now, is asked.
/// </summary>
internal static class AbandonedFolders
{
    private const string OwnerFile = "owner";

    /// <summary>Claims a folder until the returned file is disposed of, which removes it, or this process ends in whatever way.</summary>
    public static FileStream Claim(string folder) => Open(folder, FileMode.Create);

    /// <summary>Removes the folders beside one that is claimed, of the same prefix, whose owner has ended. Where locks hold nothing, all stay.</summary>
    /// <param name="claimed">A claimed folder.</param>
    /// <param name="prefix">How the folders' names begin.</param>
    public static void Remove(string claimed, string prefix)
    {
        if (!IsOwned(claimed))
            return;
        foreach (var folder in new DirectoryInfo(Path.GetDirectoryName(claimed)!).EnumerateDirectories(prefix + "*"))
            if (folder.LinkTarget is null && IsPrivate(folder))
                TryRemove(folder.FullName);
    }

    private static void TryRemove(string folder)
    {
        try
        {
            Open(folder, FileMode.Open).Dispose();
            FolderRemoval.TryRemove(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is in use, another process is removing it, or it is another user's.
        }
    }

    private static bool IsOwned(string folder)
    {
        try
        {
            Open(folder, FileMode.Open).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Whether only its user may write in it: in a folder of others, names may change while it is removed.</summary>
    private static bool IsPrivate(DirectoryInfo folder) =>
        OperatingSystem.IsWindows() || (folder.UnixFileMode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0;

    private static FileStream Open(string folder, FileMode mode) => new(Path.Combine(folder, OwnerFile), mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
}
