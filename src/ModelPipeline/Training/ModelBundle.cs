using System.Text.Json;
using ModelPipeline.Storage;

namespace ModelPipeline.Training;

/// <summary>A trained model on disk.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Digest">What identifies it.</param>
/// <param name="Manifest">Its <c>bundle.json</c>.</param>
public sealed record ModelBundle(string Folder, Digest Digest, BundleManifest Manifest)
{
    private const long LargestManifest = 64 * 1024 * 1024;

    /// <summary>Opens a bundle.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="InputException">There is no bundle, or it is not as it should be.</exception>
    public static ModelBundle Open(string folder) => Open(folder, "Run the target Train");

    /// <summary>Opens a bundle.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="mend">What to do where it is not as it should be, without a point.</param>
    /// <exception cref="InputException">There is no bundle, or it is not as it should be.</exception>
    internal static ModelBundle Open(string folder, string mend)
    {
        var path = Path.Combine(folder, BundleManifest.FileName);
        if (!File.Exists(path))
            throw new InputException($"There is no bundle in '{folder}' ({BundleManifest.FileName} is missing). {mend}.");
        try
        {
            if (new FileInfo(path).Length > LargestManifest)
                throw new InvalidDataException($"it is larger than {LargestManifest >> 20} MB");
            var manifest = BundleJson.Read(File.ReadAllBytes(path));
            if (manifest.Schema != BundleManifest.Format)
                throw new InvalidDataException($"its schema is '{manifest.Schema}', expected '{BundleManifest.Format}'");
            if (manifest.Signature.Inputs.Select(input => input?.Name).Distinct().Count() != manifest.Signature.Inputs.Count)
                throw new InvalidDataException("two of its inputs have one name");
            return new ModelBundle(folder, BundleDigest.Of(folder), manifest);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The bundle's {path} cannot be read: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. {mend}.", fault);
        }
    }

    /// <summary>Writes a bundle in place of the last one in its folder.</summary>
    /// <exception cref="IOException">It cannot be written; the last one is untouched.</exception>
    internal static ModelBundle Write(string folder, ITrainedModel model, BundleManifest manifest, Action<string> addFiles)
    {
        AtomicFolder.Replace(folder, next =>
        {
            model.Save(next);
            addFiles(next);
            AtomicFile.Write(Path.Combine(next, BundleManifest.FileName), BundleJson.Write(manifest));
        });
        return new ModelBundle(folder, BundleDigest.Of(folder), manifest);
    }
}
