using System.Text.Json;
using ModelPipeline.Storage;

namespace ModelPipeline.Docker.Images;

/// <summary>The file <c>image.lock</c>, which pins the digest of a base from a registry.</summary>
/// <param name="path">The file.</param>
internal sealed class ImageLock(string path)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The digest that a base is pinned to; <see langword="null"/> where there is no file.</summary>
    /// <param name="reference">The base that is asked for.</param>
    /// <exception cref="InputException">The file pins another base, or cannot be read.</exception>
    public Digest? Read(string reference)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var pin = JsonSerializer.Deserialize<Pin>(File.ReadAllBytes(path), Form) ?? throw new JsonException("it is empty");
            if (pin.Base != reference)
                throw new InputException($"{path} pins the base {QuotedText.Of(pin.Base)}, and the model's spec asks for {QuotedText.Of(reference)}. Delete the file to pin anew.");
            return Digest.Parse(pin.Digest);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. Delete the file to pin anew.", fault);
        }
    }

    /// <summary>Pins a base, where there is no file yet.</summary>
    /// <param name="image">The base.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(BaseImage image, IProgress<string> progress)
    {
        if (File.Exists(path))
            return;
        AtomicFile.WriteText(path, JsonSerializer.Serialize(new Pin(image.Reference, image.Digest.ToString()), Form) + "\n");
        progress.Report($"pinned the base {QuotedText.Escape(image.Reference)} to {image.Digest.Short} in {Path.GetFileName(path)}; commit the file");
    }

    private sealed record Pin(string Base, string Digest);
}
