using Cake.Frosting.ModelPipeline.Arguments;
using ModelPipeline;
using ModelPipeline.Git;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Publishing;
using ModelPipeline.Storage;

namespace Cake.Frosting.ModelPipeline.Hosting;

/// <summary>Finds where a run proposes and publishes releases.</summary>
internal static class ReleasePlaces
{
    /// <summary>What an address of a container registry starts with; anything else is a folder.</summary>
    private const string RegistryScheme = "oci://";

    /// <summary>The host that the environment names; without one, the git repository that the run is in.</summary>
    /// <exception cref="InputException">An argument or the environment is at fault, or there is neither a host nor a repository.</exception>
    /// <exception cref="RemoteException">git is not there, or refuses.</exception>
    public static async Task<ReleasePlace> FindAsync(PipelineContext context, PipelineBuilder builder, PipelineSession session)
    {
        var (host, clock) = (session.Host, session.Clock);
        var git = host?.Git ?? await GitCommandRemote.OpenAsync(context.Root, remote: null, clock, session.Cancellation).ConfigureAwait(false);
        return new ReleasePlace(git, host, tag => Artifacts(context, builder, host, tag, clock), Actors());
    }

    private static IArtifactStore Artifacts(PipelineContext context, PipelineBuilder builder, IReleaseHost? host, string tag, TimeProvider clock) =>
        (context.Argument(PipelineArguments.Artifacts), host) switch
        {
            ({ } given, _) when given.StartsWith(RegistryScheme, StringComparison.Ordinal) => builder.ArtifactRegistry(given[RegistryScheme.Length..]),
            ({ } folder, _) => new FolderArtifactStore(Path.GetFullPath(folder, context.Root)),
            (null, { } found) => new ReleaseAssetStore(found, tag, clock),
            _ => new FolderArtifactStore(Path.Combine(context.Workspace, "artifacts")),
        };

    /// <summary>Who started the workflow, and who started it again. Only the former's number is known.</summary>
    private static IReadOnlyList<Account> Actors()
    {
        var actor = Environment.GetEnvironmentVariable("GITHUB_ACTOR");
        var again = Environment.GetEnvironmentVariable("GITHUB_TRIGGERING_ACTOR");
        _ = long.TryParse(Environment.GetEnvironmentVariable("GITHUB_ACTOR_ID"), out var id);
        return [.. new[] { Of(actor, id), again == actor ? null : Of(again, 0) }.OfType<Account>()];
    }

    private static Account? Of(string? login, long id) =>
        string.IsNullOrEmpty(login) ? null : new Account(id, login, IsBot: login.EndsWith("[bot]", StringComparison.Ordinal));
}
