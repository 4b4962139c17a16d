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

    /// <summary>The repository that an address of a container registry names; <see langword="null"/> for a folder.</summary>
    /// <exception cref="InputException">It is an address of something else.</exception>
    internal static string? RegistryOf(string artifacts) =>
        artifacts.StartsWith(RegistryScheme, StringComparison.OrdinalIgnoreCase) ? artifacts[RegistryScheme.Length..]
        : artifacts.Contains("://", StringComparison.Ordinal) ? throw new InputException($"--{PipelineArguments.Artifacts}={QuotedText.Of(artifacts)} is neither a folder nor an address of a container registry: write that like {RegistryScheme}ghcr.io/acme/artifacts.")
        : null;

    private static IArtifactStore Artifacts(PipelineContext context, PipelineBuilder builder, IReleaseHost? host, string tag, TimeProvider clock) =>
        (context.Argument(PipelineArguments.Artifacts), host) switch
        {
            ({ } given, _) when RegistryOf(given) is { } repository => builder.ArtifactRegistry(repository),
            ({ } folder, _) => new FolderArtifactStore(Path.GetFullPath(folder, context.Root)),
            (null, { } found) => new ReleaseAssetStore(found, tag, clock),
            _ => new FolderArtifactStore(Path.Combine(context.Workspace, "artifacts")),
        };

    /// <summary>Who started the workflow, and who started it again. The environment tells only the former's number; that of the other is 0, and whoever needs it asks the host.</summary>
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
