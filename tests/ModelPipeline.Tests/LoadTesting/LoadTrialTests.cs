using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.LoadTesting.Usage;
using ModelPipeline.Specs;
using ModelPipeline.Tests.LoadTesting.Sending;

namespace ModelPipeline.Tests.LoadTesting;

public sealed class LoadTrialTests
{
    private static readonly LoadSpec Spec = new() { Rate = 50, Seconds = 2, Arrivals = Arrivals.Constant };

    [Fact]
    public async Task Steps_go_up_in_shares_of_the_capacity_until_the_service_is_saturated()
    {
        var time = new SimulatedTime();

        var findings = await RunAsync(time, new SingleFileService(time, TimeSpan.FromMilliseconds(2)));

        findings.Capacity.ShouldBe(500, 5);
        findings.Load.Due.ShouldBe(100);
        findings.Load.Latency.MaxMs.ShouldBe(2, 0.01);
        findings.Steps.Select(step => step.Name).ShouldBe(["0.25", "0.5", "0.75", "0.9", "1", "1.25"]);
        findings.Steps[^1].Reading.AnsweredRate.ShouldBe(500, 10);
        findings.Steps[^1].Reading.Latency.PercentileMs(0.99).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_step_that_is_not_answered_is_the_last()
    {
        var time = new SimulatedTime();

        var findings = await RunAsync(time, new SingleFileService(time, TimeSpan.FromMilliseconds(2)), new LoadPlan { Steps = [0.5, 1.5, 2, 3] });

        findings.Steps.Select(step => step.Name).ShouldBe(["0.5", "1.5"]);
    }

    [Fact]
    public async Task A_service_without_a_correct_answer_has_no_steps()
    {
        var time = new SimulatedTime();

        var findings = await RunAsync(time, new SingleFileService(time, TimeSpan.FromMilliseconds(2)) { Result = CallResult.OtherStatus });

        findings.Capacity.ShouldBe(0);
        findings.Steps.ShouldBeEmpty();
    }

    private static Task<LoadFindings> RunAsync(SimulatedTime time, ITransport service, LoadPlan? plan = null) =>
        new LoadTrial(service, time, time, (plan ?? new LoadPlan()) with { ProbeConnections = 1 })
            .RunAsync(Spec, seed: 7, new UsageMeter(null, null, time), new Progress<string>(), TestContext.Current.CancellationToken);

    /// <summary>Works on one request at a time. One that comes without a schedule, as the probe's do, waits for its answer.</summary>
    private sealed class SingleFileService(SimulatedTime time, TimeSpan work) : ITransport
    {
        private TimeSpan _free;
        private bool _isProbed;

        public CallResult Result { get; init; } = CallResult.Correct;

        public Task<Reply> SendAsync(int number, CancellationToken cancellation)
        {
            _free = (time.Now > _free ? time.Now : _free) + work;
            _isProbed |= _free > TimeSpan.FromSeconds(1.25);
            if (!_isProbed)
                time.WaitUntil(_free.Ticks, cancellation);
            return Task.FromResult(new Reply(Result, _free.Ticks));
        }
    }
}
