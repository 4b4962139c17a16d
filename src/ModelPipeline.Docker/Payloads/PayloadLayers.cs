using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Payloads;

/// <summary>The layers of a published service: what comes with .NET, which changes seldom, and the service itself.</summary>
internal static class PayloadLayers
{
    private const string List = "files.txt";

    /// <summary>The two layers, the runtime first.</summary>
    /// <param name="payload">The service.</param>
    /// <param name="manifest">What it says of its parts.</param>
    /// <param name="digests">The digests of files.</param>
    public static IReadOnlyList<LayerContent> Of(ServicePayload payload, PayloadManifest manifest, FileDigests digests)
    {
        var entries = Files(payload).ToLookup(file => manifest.RuntimeFiles.Contains(Path.GetFileName(file)), file => Entry(payload, file, digests));
        return [new LayerContent("runtime", entries[true]), new LayerContent("service", entries[false])];
    }

    /// <summary>The service's files, as its publishing listed them: a folder that was copied over an older one may have more.</summary>
    /// <exception cref="InputException">The list or a file is missing.</exception>
    public static IReadOnlyList<string> Files(ServicePayload payload)
    {
        var list = Path.Combine(payload.Folder, List);
        string[] files = File.Exists(list) ? [.. File.ReadLines(list).Where(line => line.Length > 0).Select(line => Path.Combine(payload.Folder, line))] : [];
        return files.Length > 0 && files.All(File.Exists)
            ? files
            : throw new InputException($"The scoring service in '{payload.Folder}' is not whole. Build the host again, with the package ModelPipeline.Docker.");
    }

    private static LayerEntry Entry(ServicePayload payload, string file, FileDigests digests)
    {
        var path = $"{ImageRules.App}/{Path.GetRelativePath(payload.Folder, file).Replace(Path.DirectorySeparatorChar, '/')}";
        return file == payload.Executable ? LayerEntry.OfProgram(path, file, digests.Of(file)) : LayerEntry.OfFile(path, file, digests.Of(file));
    }
}
