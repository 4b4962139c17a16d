namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Finds the folder that paths in version control are relative to.</summary>
internal static class RepositoryFolder
{
    /// <summary>The nearest folder from a given one upwards with <c>.git</c> in it; the given one where there is none.</summary>
    public static string Of(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            var git = Path.Combine(candidate.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return candidate.FullName;
        }

        return folder;
    }
}
