namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

public sealed class RegistryTests
{
    private const string Releases = "models/penguins/releases";

    [Fact]
    public async Task Versions_go_through_their_stages_and_back_on_a_host()
    {
        await using var models = await HostedModels.StartWithChampionAsync();
        models.Repository.Tag("penguins@v1.0.0", models.Repository.Tip("main"), models.Alice, "Release penguins 1.0.0");
        AddVersion(models.Checkout);
        models.PushCheckout("The release 1.1.0");
        models.Repository.Tag("penguins@v1.1.0", models.Repository.Tip("main"), models.Alice, "Release penguins 1.1.0");
        models.Repository.Workflows["deploy.yml"] = true;

        await ShouldGoThroughAsync(models.RunAsync);

        models.Repository.Dispatches.Select(dispatch => $"{dispatch.Workflow} {dispatch.Inputs["version"]} {dispatch.Inputs["stage"]}").ShouldBe(
            ["deploy.yml 1.0.0 staging", "deploy.yml 1.0.0 production", "deploy.yml 1.1.0 staging", "deploy.yml 1.1.0 production", "deploy.yml 1.0.0 production"]);
    }

    [Fact]
    public async Task Versions_go_through_their_stages_and_back_in_a_plain_repository()
    {
        using var git = new PlainGit(ModelRepository.WithChampions(HostedModels.Model));
        git.Tag("penguins@v1.0.0", "Release penguins 1.0.0");
        AddVersion(git.Checkout);
        git.Commit("The release 1.1.0");
        git.Tag("penguins@v1.1.0", "Release penguins 1.1.0");

        await ShouldGoThroughAsync(git.Checkout.RunAsync);

        git.Refs.ShouldContain("refs/tags/penguins#production#5\n");
    }

    private static async Task ShouldGoThroughAsync(Func<string[], Task<HostRun>> runAsync)
    {
        await ShouldSayAsync(2, "penguins 1.0.0 may not enter production: it was never in staging", "--target=Promote", "--model=penguins", "--release-version=1.0.0", "--stage=production");
        await ShouldSayAsync(0, "penguins 1.0.0 is promoted to staging", "--target=Promote", "--model=penguins", "--release-version=1.0.0");
        await ShouldSayAsync(0, "penguins 1.0.0 is promoted to production", "--target=Promote", "--model=penguins", "--release-version=1.0.0");
        await ShouldSayAsync(0, "penguins 1.1.0 is promoted to staging", "--target=Promote", "--model=penguins");
        await ShouldSayAsync(0, "penguins 1.1.0 is promoted to production", "--target=Promote", "--model=penguins");
        await ShouldSayAsync(2, "'--reason' is missing", "--target=Rollback", "--model=penguins");
        await ShouldSayAsync(0, "1.0.0", "--target=Rollback", "--model=penguins", "--reason=labels of islands were wrong");
        await ShouldSayAsync(2, "penguins 1.1.0 is in staging", "--target=Retire", "--model=penguins", "--release-version=1.1.0");
        var list = await ShouldSayAsync(0, "1 of 1 model on main", "--target=Models");
        list.Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= 80);
        await ShouldSayAsync(0, "labels of islands were wrong", "--target=Models", "--model=penguins");
        await ShouldSayAsync(0, "penguins is retired", "--target=Retire", "--model=penguins");

        async Task<HostRun> ShouldSayAsync(int exitCode, string text, params string[] arguments)
        {
            var run = await runAsync(arguments);
            TestContext.Current.TestOutputHelper!.WriteLine($"$ {string.Join(' ', arguments)}\n{run.Output}-> {run.ExitCode}\n");
            run.ExitCode.ShouldBe(exitCode, run.Output);
            run.Output.ShouldContain(text);
            return run;
        }
    }

    /// <summary>Adds a second release, of the same bytes.</summary>
    private static void AddVersion(ModelRepository checkout)
    {
        var (first, second) = (Path.Combine(checkout.Folder, Releases, "1.0.0"), Path.Combine(checkout.Folder, Releases, "1.1.0"));
        Directory.CreateDirectory(second);
        foreach (var file in Directory.EnumerateFiles(first))
            File.Copy(file, Path.Combine(second, Path.GetFileName(file)));
        checkout.Edit(Path.Combine(second, "release.json"), "\"1.0.0\"", "\"1.1.0\"");
    }
}
