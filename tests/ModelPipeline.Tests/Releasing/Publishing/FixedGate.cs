using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>A gate with one check.</summary>
internal sealed class FixedGate(PublishingHost host) : IReleaseGate
{
    public Status Status { get; set; } = Status.Passed;

    /// <summary>What happens when the gate has judged.</summary>
    public Action Then { get; set; } = () => { };

    public Task<GateRuling> JudgeAsync(ModelRun run, int pullRequest, CancellationToken cancellation)
    {
        var ruling = new GateRuling { Checks = [new Check { Name = "approvals", Status = Status, Reason = "as the test says" }], Request = host.Requests.Request, Release = host.Document };
        Then();
        return Task.FromResult(ruling);
    }
}
