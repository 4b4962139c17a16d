using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Docker.NativeLibraries;

namespace ModelPipeline.Docker.Images.Bases;

/// <summary>Whether the service can run on a base.</summary>
internal static class BaseChecks
{
    private const string MuslLoader = "ld-musl-x86_64.so.1";

    /// <summary>Refuses a base for another system or machine, with another C library, or without a library that the service needs.</summary>
    /// <param name="image">The base.</param>
    /// <param name="needed">What the service needs.</param>
    /// <param name="reader">Reads its layers.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The base is refused; the message says why.</exception>
    public static void Verify(BaseImage image, NeededLibraries needed, LayerReader reader, CancellationToken cancellation)
    {
        var name = QuotedText.Escape(BaseName.Of(image));
        if (PlatformOf(image) is var platform && platform != "linux/amd64")
            throw new InputException($"The base {name} is for {QuotedText.Escape(platform)}, and the service is for linux/amd64. Choose another base (package.base of the model's spec).");

        var loader = Path.GetFileName(needed.Loader);
        var files = Find([.. needed.Names.Select(library => library.Name), .. NeededLibraries.OpenSsl, loader ?? MuslLoader, MuslLoader], image, reader, cancellation);
        if (loader is not null && !files.Contains(loader))
        {
            throw new InputException(files.Contains(MuslLoader)
                ? $"The base {name} has the C library musl, and the service needs glibc. Choose a base made from Debian, Ubuntu, Fedora or a distroless one with glibc (package.base of the model's spec)."
                : $"The base {name} has no {loader}: no program for glibc can start there. Choose a base with glibc, or {Specs.PackageSpec.Scratch} (package.base of the model's spec).");
        }

        var missing = needed.Names.Where(library => !HasLibrary(files, library.Name)).ToList();
        if (missing.Count > 0)
            throw new InputException($"The base {name} lacks native libraries that the image needs: {MissingLibrary.Describe(missing)}. Choose a base that has them, or {Specs.PackageSpec.Scratch} (package.base of the model's spec).");
    }

    private static bool HasLibrary(HashSet<string> files, string name) =>
        files.Contains(name) || (NeededLibraries.OpenSsl.Contains(name) && NeededLibraries.OpenSsl.Any(files.Contains));

    private static string PlatformOf(BaseImage image)
    {
        try
        {
            using var config = JsonDocument.Parse(image.Config);
            return $"{config.RootElement.GetProperty("os").GetString()}/{config.RootElement.GetProperty("architecture").GetString()}";
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException($"The configuration of the base {QuotedText.Escape(BaseName.Of(image))} cannot be read: {QuotedText.Escape(fault.Message)}", fault);
        }
    }

    /// <summary>Those of the names that files of the base have.</summary>
    private static HashSet<string> Find(HashSet<string> names, BaseImage image, LayerReader reader, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in image.Layers)
        {
            try
            {
                found.UnionWith(FileNames(layer, reader, cancellation).Where(names.Contains));
            }
            catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException or NotSupportedException)
            {
                throw new InputException(
                    $"The base {QuotedText.Escape(BaseName.Of(image))} cannot be used: its layer {layer.Digest} cannot be read: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. Choose another base (package.base of the model's spec).",
                    fault);
            }
        }

        return found;
    }

    private static IEnumerable<string> FileNames(BaseLayer layer, LayerReader reader, CancellationToken cancellation)
    {
        using var file = File.OpenRead(layer.File);
        using Stream unpacked = MediaTypes.IsPlain(layer.MediaType) ? file : new GZipStream(file, CompressionMode.Decompress);
        foreach (var entry in reader.Entries(reader.Limit(unpacked), cancellation))
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.SymbolicLink or TarEntryType.HardLink)
                yield return Path.GetFileName(entry.Name);
        }
    }
}
