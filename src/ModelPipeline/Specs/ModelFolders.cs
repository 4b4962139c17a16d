namespace ModelPipeline.Specs;

/// <summary>The folders that hold a model.</summary>
internal static class ModelFolders
{
    public const string SpecName = "model.yaml";

    /// <summary>The names of the folders in a folder that hold a <c>model.yaml</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> In(string? folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(folder)
            .Where(model => File.Exists(Path.Combine(model, SpecName)))
            .Select(model => Path.GetFileName(model))
            .Order(StringComparer.Ordinal)];
}
