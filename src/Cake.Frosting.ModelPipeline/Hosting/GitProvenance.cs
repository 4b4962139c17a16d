using System.Runtime.InteropServices;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Reads the commit from git and the rest from the process's environment.</summary>
internal sealed class GitProvenance : IProvenanceSource
{
    public async Task<Provenance> ReadAsync(string folder, CancellationToken cancellation)
    {
        var commit = await GitCommand.RunAsync(folder, ["rev-parse", "HEAD"], cancellation).ConfigureAwait(false);
        var changes = commit is null ? null : await GitCommand.RunAsync(folder, ["status", "--porcelain"], cancellation).ConfigureAwait(false);
        return new Provenance
        {
            Commit = commit?.Trim(),
            DirtyTree = changes is null ? null : changes.Length > 0,
            Who = Environment.GetEnvironmentVariable("GITHUB_ACTOR") ?? Environment.UserName,
            OperatingSystem = RuntimeInformation.RuntimeIdentifier,
            Runtime = RuntimeInformation.FrameworkDescription,
            Processors = Environment.ProcessorCount,
        };
    }
}
