namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

public sealed class PlainGitTests
{
    [Fact]
    public async Task A_release_is_proposed_on_a_branch_of_the_remote_the_clone_stays_as_it_is_and_again_nothing_changes()
    {
        using var git = new PlainGit(await VerifiedModel.CopyAsync());
        var before = Clone(git);

        var run = await git.Checkout.RunAsync("--target=ProposeRelease");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("version 1.0.0 on branch release/penguins-1.0.0: no pull request");
        var refs = git.Refs;
        var head = refs.Split('\n').Single(line => line.EndsWith("refs/heads/release/penguins-1.0.0", StringComparison.Ordinal)).Split('\t')[0];
        git.Run("rev-parse", $"{head}^").ShouldBe(git.Run("rev-parse", "main"));
        git.Run("diff", "--name-only", "--diff-filter=A", $"{head}^", head).ShouldContain("models/penguins/releases/1.0.0/release.json\n");
        git.Run("diff", "--name-only", "--diff-filter=a", $"{head}^", head).ShouldBeEmpty();
        Clone(git).ShouldBe(before);

        var again = await git.Checkout.RunAsync("--target=ProposeRelease");

        again.ExitCode.ShouldBe(0, again.Output);
        git.Refs.ShouldBe(refs);
        Clone(git).ShouldBe(before);
    }

    /// <summary>What must stay: branches, tags, HEAD, the index, the work tree.</summary>
    private static string Clone(PlainGit git) =>
        git.Run("for-each-ref", "refs/heads", "refs/tags") + git.Run("symbolic-ref", "HEAD") + git.Run("ls-files", "--stage") + git.Run("status", "--porcelain");
}
