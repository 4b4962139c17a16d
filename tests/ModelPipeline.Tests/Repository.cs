namespace ModelPipeline.Tests;

/// <summary>This repository's files.</summary>
internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("pipeline.sln is not above the test assembly."),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "pipeline.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
