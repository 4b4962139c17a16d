using ModelPipeline.Git;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Cases;

/// <summary>The gate's cases by their numbers in its rules: each on a whole repository with one pull request.</summary>
public abstract class GateCase : IDisposable
{
    private protected static readonly Account Bot = ReleaseScene.Bot;
    private protected static readonly Account Dana = ReleaseScene.Dana;
    private protected static readonly Account Pat = ReleaseScene.Pat;
    private protected static readonly Account Olga = ReleaseScene.Olga;
    private protected static readonly Account Rita = ReleaseScene.Rita;
    private protected static readonly Account Sam = ReleaseScene.Sam;

    private protected ReleaseScene Scene { get; } = new();

    private protected FakeReleaseHost Host => Scene.Host;

    private protected ReleaseSpec Policy
    {
        set => Scene.Policy = value;
    }

    private protected void Review(Account? author, params string[] states)
    {
        foreach (var state in states)
            Host.Review(author, state);
    }

    /// <summary>Why a reviewer counts or not.</summary>
    private protected async Task<ReviewerVerdict> VerdictAsync(Account account) =>
        (await Scene.JudgeAsync()).Reviewers.Single(reviewer => reviewer.Id == account.Id);

    private protected static RemoteException Fault(int status) => new($"{status}: no answer") { Status = status };

    public void Dispose()
    {
        Scene.Dispose();
        GC.SuppressFinalize(this);
    }
}
