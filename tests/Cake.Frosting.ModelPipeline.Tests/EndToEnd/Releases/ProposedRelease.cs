using Shared.GitHub;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

/// <summary>What ProposeRelease leaves of a model's first release. It is run once for all tests, each of which gets a repository of its own with it.</summary>
internal sealed record ProposedRelease(PushedFiles Files, string Title, string? Body, GitHubRelease Artifacts)
{
    public const string Branch = "release/penguins-1.0.0";
    public const string Tag = "penguins@v1.0.0";
    public const string Folder = "models/penguins/releases/1.0.0";

    private static readonly Lazy<Task<ProposedRelease>> Once = new(MakeAsync);

    /// <summary>A repository with an open pull request of the release, its draft, and the check that the proposal started.</summary>
    public static async Task<HostedModels> StartAsync()
    {
        var proposed = await Once.Value;
        var models = await HostedModels.StartAsync();
        var (repository, bot) = (models.Repository, models.GitHub.Actions.Bot);
        repository.Push(Branch, proposed.Files, bot, message: proposed.Title);
        repository.OpenPullRequest(Branch, bot, title: proposed.Title, body: proposed.Body);
        repository.CheckRun(repository.Tip(Branch), "ci");
        var image = proposed.Artifacts.Assets.ShouldHaveSingleItem();
        repository.Upload(repository.Draft(proposed.Artifacts.Tag, bot, body: proposed.Artifacts.Body ?? ""), image.Name, image.Content, bot);
        return models;
    }

    /// <summary>The same, approved.</summary>
    public static async Task<HostedModels> StartApprovedAsync()
    {
        var models = await StartAsync();
        models.Review(models.Bob);
        return models;
    }

    private static async Task<ProposedRelease> MakeAsync()
    {
        await using var models = await HostedModels.StartAsync();
        var run = await models.RunAsync("--target=ProposeRelease");
        run.ExitCode.ShouldBe(0, run.Output);
        var files = new PushedFiles();
        foreach (var (path, bytes) in models.FilesAt(Branch).Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal)))
            files.Add(path, (byte[]?)bytes);
        return new ProposedRelease(files, models.Request.Title, models.Request.Body, models.Repository.Releases.ShouldHaveSingleItem());
    }
}
