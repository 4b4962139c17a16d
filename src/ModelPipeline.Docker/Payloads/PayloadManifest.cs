using System.Text.Json;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Payloads;

/// <summary>What a published service says of its parts (<c>deps.json</c>).</summary>
/// <param name="RuntimeFiles">The names of the files that come with .NET.</param>
/// <param name="Components">The runtime and the packages that it is made of, by name.</param>
internal sealed record PayloadManifest(IReadOnlySet<string> RuntimeFiles, IReadOnlyList<ImageComponent> Components)
{
    private const string RuntimePack = "runtimepack.";
    private const string PackageSuffix = ".Runtime.linux-x64";

    /// <summary>Reads it.</summary>
    /// <param name="payload">The service.</param>
    /// <exception cref="InputException">It is not there or cannot be read.</exception>
    public static PayloadManifest Read(ServicePayload payload)
    {
        var path = payload.Executable + ".deps.json";
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var target = document.RootElement.GetProperty("targets").GetProperty(document.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!);
            var types = document.RootElement.GetProperty("libraries").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetProperty("type").GetString(), StringComparer.Ordinal);
            var parts = target.EnumerateObject().Where(part => HasFiles(part.Value)).ToLookup(part => types.GetValueOrDefault(part.Name));
            return new PayloadManifest(
                parts["runtimepack"].SelectMany(part => FilesOf(part.Value)).Select(name => Path.GetFileName(name)!).ToHashSet(StringComparer.Ordinal),
                [.. parts["runtimepack"].Select(part => RuntimeOf(part.Name)).Concat(parts["package"].Select(part => PackageOf(part.Name))).OrderBy(component => component.Name, StringComparer.Ordinal)]);
        }
        catch (Exception fault) when (fault is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException($"The scoring service cannot be read: {path}: {QuotedText.Escape(fault.Message, 400)} Build the host again, with the package ModelPipeline.Docker.", fault);
        }
    }

    private static bool HasFiles(JsonElement part) => FilesOf(part).Any();

    private static IEnumerable<string> FilesOf(JsonElement part) =>
        new[] { "runtime", "native" }.SelectMany(kind => part.TryGetProperty(kind, out var files) ? files.EnumerateObject().Select(file => file.Name) : []);

    private static ImageComponent RuntimeOf(string library)
    {
        var (id, version) = Split(library[RuntimePack.Length..]);
        return new ImageComponent(id.Replace(PackageSuffix, "", StringComparison.Ordinal), version, $"pkg:nuget/{id}@{version}", null);
    }

    private static ImageComponent PackageOf(string library)
    {
        var (id, version) = Split(library);
        return new ImageComponent(id, version, $"pkg:nuget/{id}@{version}", null);
    }

    private static (string Id, string Version) Split(string library) =>
        library.Split('/') is [var id, var version] ? (id, version) : throw new InvalidOperationException($"'{library}' is no name with a version.");
}
