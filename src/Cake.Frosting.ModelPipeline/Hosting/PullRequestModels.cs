using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Finds which models a pull request releases. Only a choice of what is judged: the gate reads everything itself.</summary>
internal static class PullRequestModels
{
    /// <summary>Those models of which it changes a file below <c>releases/</c>.</summary>
    /// <exception cref="RemoteException">The pull request cannot be read.</exception>
    public static async Task<IReadOnlyList<ModelRun>> FindAsync(IReleaseHost host, int number, IReadOnlyList<ModelRun> runs, CancellationToken cancellation)
    {
        var files = await host.PullRequests.ChangedFilesAsync(number, cancellation).ConfigureAwait(false);
        return [.. runs.Where(run => files.Any(file => file.Path.StartsWith($"{run.RepositoryFolder}/releases/", StringComparison.Ordinal)))];
    }
}
