namespace Shared;

/// <summary>This repository's files. Compiled into every test project.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>pipeline.sln</c>.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The full path of a file or folder.</summary>
    /// <param name="relative">Its path in the repository.</param>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("pipeline.sln is not above the test assembly: run the tests from a clone of the repository."),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "pipeline.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
