using System.Runtime.InteropServices;
using ModelPipeline.Git;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Reads the commit from git and the rest from the process's environment.</summary>
internal sealed class GitProvenance : IProvenanceSource
{
    public async Task<Provenance> ReadAsync(string folder, CancellationToken cancellation)
    {
        var checkout = await GitCheckout.ReadAsync(folder, cancellation).ConfigureAwait(false);
        return new Provenance
        {
            Commit = checkout.Commit,
            DirtyTree = checkout.HasChanges,
            Who = Environment.GetEnvironmentVariable("GITHUB_ACTOR") ?? Environment.UserName,
            OperatingSystem = RuntimeInformation.RuntimeIdentifier,
            Runtime = RuntimeInformation.FrameworkDescription,
            Processors = Environment.ProcessorCount,
        };
    }
}
