using ModelPipeline.LoadTesting.Sending;

namespace ModelPipeline.Tests.LoadTesting.Sending;

/// <summary>Answers every request at a moment that follows from when it came.</summary>
internal sealed class SimulatedService(SimulatedTime time, Func<TimeSpan, TimeSpan> finish) : ITransport
{
    /// <summary>What becomes of a request.</summary>
    public Func<int, CallResult> Result { get; init; } = _ => CallResult.Correct;

    /// <summary>When requests came.</summary>
    public List<TimeSpan> Came { get; } = [];

    public static SimulatedService Steady(SimulatedTime time, double milliseconds) => new(time, now => now + TimeSpan.FromMilliseconds(milliseconds));

    public Task<Reply> SendAsync(int number, CancellationToken cancellation)
    {
        Came.Add(time.Now);
        return Task.FromResult(new Reply(Result(number), finish(time.Now).Ticks));
    }
}
