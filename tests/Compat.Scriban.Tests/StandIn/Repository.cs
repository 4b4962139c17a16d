namespace Compat.Scriban.Tests.StandIn;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>pipeline.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "pipeline.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No folder above {start} holds pipeline.sln: run the tests from a clone of the repository.");
    }
}
