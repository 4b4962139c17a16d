using System.Text.Json;

namespace ModelPipeline.Command.Exchange;

/// <summary>The file <c>versions.json</c> that a train command may write: the versions of its libraries by name.</summary>
internal static class VersionsJson
{
    public const string FileName = "versions.json";

    private const long MostBytes = 64 << 10;
    private const int LongestText = 100;

    /// <summary>The versions; none where the folder has no such file.</summary>
    /// <exception cref="ProgramException">The file is not as it should be.</exception>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists)
            return versions;
        try
        {
            using var document = file.Length <= MostBytes
                ? JsonDocument.Parse(File.ReadAllBytes(file.FullName), new JsonDocumentOptions { AllowDuplicateProperties = false })
                : throw new JsonException($"it has more than {MostBytes >> 10} KB");
            foreach (var library in document.RootElement.EnumerateObject())
                versions[OfProgram(Visible(library.Name))] = Visible(library.Value.GetString() ?? throw new JsonException("a version is null"));
            return versions;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new ProgramException($"the train command wrote a {FileName} that is not an object of texts, such as {{\"scikit-learn\": \"1.2.1\"}}: {QuotedText.Escape(fault.Message, 400)}");
        }
    }

    /// <summary>A name that is none of the pipeline's own.</summary>
    private static string OfProgram(string name) => name.StartsWith("modelpipeline", StringComparison.OrdinalIgnoreCase)
        ? throw new JsonException($"the version of {QuotedText.Of(name)} is the pipeline's to tell")
        : name;

    private static string Visible(string text) => QuotedText.Escape(text, LongestText);
}
