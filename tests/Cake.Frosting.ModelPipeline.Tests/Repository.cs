namespace Cake.Frosting.ModelPipeline.Tests;

/// <summary>This repository's folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("pipeline.sln is not above the test assembly."),
        _ when File.Exists(Path.Combine(folder.FullName, "pipeline.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
