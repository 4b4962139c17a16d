using ModelPipeline.Training;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class DeterminismTests(OutsideHost host)
{
    [Theory]
    [InlineData("churn")]
    [InlineData("diamonds")]
    [InlineData("penguins")]
    public async Task Two_folders_cultures_time_zones_and_processor_counts_give_the_same_bundle(string model)
    {
        using var here = new ModelRepository(model);
        using var there = new ModelRepository(model);

        var runs = await Task.WhenAll(
            HostRun.StartAsync(host.Host, here.Folder, ["--target=Culture"], ("LC_ALL", "de_DE.UTF-8"), ("TZ", "Asia/Kolkata"), ("DOTNET_PROCESSOR_COUNT", "1")),
            HostRun.StartAsync(host.Host, there.Folder, ["--target=Culture"], ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "America/St_Johns"), ("DOTNET_PROCESSOR_COUNT", "8")));

        runs.ShouldAllBe(run => run.ExitCode == 0);
        runs[0].Output.ShouldContain("the culture is de-DE");
        runs[1].Output.ShouldContain("the culture is tr-TR");
        var (one, other) = (Path.Combine(here.Workspace, model, "bundle"), Path.Combine(there.Workspace, model, "bundle"));
        foreach (var file in Directory.EnumerateFiles(one))
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(other, Path.GetFileName(file))), file);
        BundleDigest.Of(one).ShouldBe(BundleDigest.Of(other));
    }

    [Fact]
    public async Task The_same_evidence_gives_the_same_card_byte_for_byte()
    {
        using var repository = await VerifiedModel.CopyAsync();
        var first = File.ReadAllBytes(repository.Card("penguins"));

        var again = await repository.RunAsync("--target=ModelCard", "--exclusive", "--force");

        again.ExitCode.ShouldBe(0, again.Output);
        File.ReadAllBytes(repository.Card("penguins")).ShouldBe(first);
    }
}
