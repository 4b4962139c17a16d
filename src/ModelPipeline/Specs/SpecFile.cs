using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs;

/// <summary>Reads a spec's bytes, within a limit on their number.</summary>
internal static class SpecFile
{
    public const int MostBytes = 1024 * 1024;

    public static byte[]? Read(string fullPath, FaultLog faults)
    {
        if (Directory.Exists(fullPath))
        {
            faults.Add(Place.Start, "this is a folder: name the model.yaml in it");
            return null;
        }

        try
        {
            using var stream = File.OpenRead(fullPath);
            return ReadWithinLimit(stream, faults);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(Place.Start, "there is no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(Place.Start, $"the file cannot be read: {exception.Message}");
        }

        return null;
    }

    private static byte[]? ReadWithinLimit(FileStream stream, FaultLog faults)
    {
        if (stream.CanSeek && stream.Length > MostBytes)
        {
            faults.Add(Place.Start, "the file is larger than 1 MiB: is it a model.yaml?");
            return null;
        }

        var buffer = new byte[stream.CanSeek ? stream.Length + 1 : MostBytes + 1];
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (count < buffer.Length)
            return buffer[..count];

        faults.Add(Place.Start, "the file goes on after its end: it is no ordinary file, or it was written meanwhile");
        return null;
    }
}
