using ModelPipeline.Releasing;
namespace ModelPipeline.Tests.Releasing;
public sealed class SmokeTests
{
    [Fact] public async Task Pending() { using var s = new ReleaseScene(); await s.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1"); }
    [Fact] public async Task Approved() { using var s = new ReleaseScene(); s.Host.Review(ReleaseScene.Rita, "APPROVED"); await s.ShouldBeAsync(GateDecision.Approved); }
}
