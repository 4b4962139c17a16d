using ModelPipeline.LoadTesting.Sending;

namespace ModelPipeline.Tests.LoadTesting.Sending;

/// <summary>Answers nothing until it is released.</summary>
internal sealed class StuckService : ITransport
{
    private readonly TaskCompletionSource<Reply> _reply = new();

    public Task<Reply> SendAsync(int number, CancellationToken cancellation) => _reply.Task;

    /// <summary>Answers everything once a moment is reached.</summary>
    public TimeSpan ReleaseFrom(TimeSpan now, TimeSpan moment)
    {
        if (now >= moment)
            _reply.TrySetResult(new Reply(CallResult.Correct, now.Ticks));
        return TimeSpan.Zero;
    }
}
