using System.Formats.Tar;
using System.Text.Json;
using ModelPipeline.Docker.Images.Layers;

namespace ModelPipeline.Docker.Images.Auditing;

/// <summary>Judges the files of an image.</summary>
internal static class FileSystemAudit
{
    private const int MostNamed = 5;

    /// <summary>The faults, a sentence each.</summary>
    public static IEnumerable<string> FaultsOf(JsonElement root, IReadOnlyList<AuditedBlob> layers)
    {
        var files = MergedLayers.Of(layers);
        var program = files.GetValueOrDefault(ImageRules.EntryPoint[0].TrimStart('/'));
        if (program?.Digest is null || !program.Mode.HasFlag(UnixFileMode.OtherExecute))
            yield return $"The image has no program {ImageRules.EntryPoint[0]} that its user may run.";

        var writable = files.Values.Where(IsWritableByAll).Select(file => "/" + file.Path).Order(StringComparer.Ordinal).ToList();
        if (writable.Count > 0)
            yield return $"Everybody may write to {writable.Count} of the image's files: {string.Join(", ", writable.Take(MostNamed).Select(QuotedText.Of))}{(writable.Count > MostNamed ? ", …" : "")}.";

        var bundle = Digest.Parse(root.GetProperty("config").GetProperty("Labels").GetProperty(ImageRules.BundleLabel).GetString() ?? "");
        var model = files.Values.Where(file => file.Digest is not null && file.Path.StartsWith(ImageRules.Model + "/", StringComparison.Ordinal))
            .Select(file => (file.Path[(ImageRules.Model.Length + 1)..], file.Digest!.Value));
        if (ModelLayer.DigestOf(model) is var found && found != bundle)
            yield return $"The image's /{ImageRules.Model} holds the bundle {found}, and its label says {bundle}.";
    }

    /// <summary>A folder like <c>/tmp</c>, where nobody may remove another's files, is as it should be; the permissions of a link mean nothing, and the devices that all write to, like <c>/dev/null</c>, hold nothing.</summary>
    private static bool IsWritableByAll(LayerFile file) =>
        file.Mode.HasFlag(UnixFileMode.OtherWrite)
        && file.Type is not (TarEntryType.SymbolicLink or TarEntryType.HardLink or TarEntryType.CharacterDevice)
        && !(file.Type == TarEntryType.Directory && file.Mode.HasFlag(UnixFileMode.StickyBit));
}
