using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>A gate that approves whatever it can read.</summary>
internal sealed class ApprovingGate(IReleaseHost host) : IReleaseGate
{
    public async Task<GateRuling> JudgeAsync(ModelRun run, int pullRequest, CancellationToken cancellation)
    {
        try
        {
            var request = await host.PullRequests.ReadAsync(pullRequest, cancellation);
            var json = await host.Git.ReadAsync(request!.Head, $"{Proposal.Plain.Folder}/release.json", cancellation);
            return new GateRuling { Checks = [Check(Status.Passed)], Request = request, Release = ReleaseJson.Read(json) };
        }
        catch (RemoteException)
        {
            return new GateRuling { Checks = [Check(Status.Error)] };
        }
    }

    private static Check Check(Status status) => new() { Name = "approvals", Status = status, Reason = "as the test says" };
}
