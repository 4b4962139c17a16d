using ModelPipeline.LoadTesting.Sending;

namespace ModelPipeline.Tests.LoadTesting.Sending;

public sealed class ClosedLoopTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_counts_correct_answers_after_the_warm_up()
    {
        var time = new SimulatedTime();
        var service = new BusyService(time, number => number % 10 == 0 ? CallResult.Unavailable : CallResult.Correct);

        var rate = await new ClosedLoop(service, time).RunAsync(1, Second, 2 * Second, _cancellation);

        rate.ShouldBe(900, 1);
    }

    [Fact]
    public async Task It_remembers_wrong_answers()
    {
        var time = new SimulatedTime();
        var loop = new ClosedLoop(new BusyService(time, number => number == 5 ? CallResult.WrongAnswer : CallResult.Correct), time);

        await loop.RunAsync(1, Second, Second, _cancellation);

        loop.Wrong.ShouldBe(1);
        loop.Fault.ShouldBe("as the test says");
    }

    /// <summary>Takes a millisecond for each request.</summary>
    private sealed class BusyService(SimulatedTime time, Func<int, CallResult> result) : ITransport
    {
        public Task<Reply> SendAsync(int number, CancellationToken cancellation)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            return Task.FromResult(new Reply(result(number), time.Now.Ticks, result(number) == CallResult.Correct ? null : "as the test says"));
        }
    }
}
