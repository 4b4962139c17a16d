using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Registry.Stages;

/// <summary>Starts the workflow that deploys what is in a stage: a tag that this token made starts none by itself.</summary>
/// <param name="host">The host; <see langword="null"/> where there is only git.</param>
internal sealed class Deployment(IReleaseHost? host)
{
    /// <summary>The workflow's file name.</summary>
    public const string Workflow = "deploy.yml";

    /// <summary>Starts it, with the inputs <c>model</c>, <c>version</c>, <c>stage</c> and <c>tag</c>.</summary>
    /// <returns>A sentence on what came of it; <see langword="null"/> where there is no host.</returns>
    /// <exception cref="RemoteException">The host did not answer as it should.</exception>
    /// <param name="tag">The tag by which the version is in the stage.</param>
    /// <param name="version">The version.</param>
    /// <param name="done">What was done, for the message of a fault.</param>
    /// <param name="branch">The branch whose workflow is started.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<string?> StartAsync(RegistryTag tag, SemanticVersion version, string done, string branch, CancellationToken cancellation)
    {
        if (host is null)
            return null;
        var inputs = new Dictionary<string, string>
        {
            ["model"] = tag.Model,
            ["version"] = version.ToString(),
            ["stage"] = tag.Stage!,
            ["tag"] = tag.ToString(),
        };
        try
        {
            return await host.Reports.DispatchAsync(Workflow, branch, inputs, cancellation).ConfigureAwait(false) == ReportOutcome.NotAllowed
                ? $"{Workflow} was not started: the token may not start workflows. Start it by hand"
                : $"{Workflow} was started on {host.Name}";
        }
        catch (InputException fault)
        {
            return $"{Workflow} was not started: {fault.Message.TrimEnd('.')}";
        }
        catch (RemoteException fault)
        {
            throw new RemoteException($"{done} (tag {tag}), but {Workflow} could not be started; start it by hand. {fault.Message}", fault) { Status = fault.Status, MayHaveHappened = true };
        }
    }
}
