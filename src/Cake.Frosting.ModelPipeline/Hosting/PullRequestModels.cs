using ModelPipeline;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Finds which models a pull request releases. Only a choice of what is judged: the gate reads everything itself.</summary>
internal static class PullRequestModels
{
    /// <summary>Those models of which it changes a file below <c>releases/</c>; all where there is none or the pull request cannot be read: the gate then says why.</summary>
    public static async Task<IReadOnlyList<ModelRun>> NarrowAsync(IReleaseHost host, int number, IReadOnlyList<ModelRun> runs, CancellationToken cancellation)
    {
        try
        {
            var files = await host.PullRequests.ChangedFilesAsync(number, cancellation).ConfigureAwait(false);
            var found = runs.Where(run => files.Any(file => file.Path.StartsWith($"{run.RepositoryFolder}/releases/", StringComparison.Ordinal))).ToList();
            return found.Count > 0 ? found : runs;
        }
        catch (Exception fault) when (fault is InputException or RemoteException)
        {
            return runs;
        }
    }
}
