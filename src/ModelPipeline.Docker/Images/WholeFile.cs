namespace ModelPipeline.Docker.Images;

/// <summary>Writes files of any size so that a reader sees all of a file or nothing, while others may write the same file.</summary>
internal static class WholeFile
{
    /// <summary>Writes under a temporary name in the same folder, flushes to the disk, renames. Where it fails, nothing is left and an old file is untouched.</summary>
    /// <param name="folder">The folder; made where it is not there.</param>
    /// <param name="write">Writes the content and says what the file is called.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static string Write(string folder, Func<FileStream, string> write)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + ".tmp");
        try
        {
            string path;
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16))
            {
                path = Path.Combine(folder, write(file));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
