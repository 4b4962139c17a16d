namespace ModelPipeline.Docker.Engine;

/// <summary>What is to be undone, the last first. Cancelling a run does not stop it.</summary>
/// <param name="limit">How long all of it may take.</param>
internal sealed class Undoing(TimeSpan limit)
{
    private readonly Stack<(string ByHand, Func<CancellationToken, Task> Action)> _steps = [];

    /// <summary>Remembers a step; to be called before what it undoes is begun.</summary>
    /// <param name="byHand">The command that a person enters where the step fails.</param>
    /// <param name="action">The step; it succeeds where there is nothing to undo.</param>
    public void Add(string byHand, Func<CancellationToken, Task> action) => _steps.Push((byHand, action));

    /// <summary>Undoes everything that was not undone yet, also where some of it fails.</summary>
    /// <exception cref="IOException">Something is left; the message says how to remove it by hand.</exception>
    public async Task RunAsync()
    {
        using var late = new CancellationTokenSource(limit);
        var failures = new List<Exception>();
        var left = new List<string>();
        while (_steps.TryPop(out var step))
        {
            try
            {
                await step.Action(late.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                failures.Add(exception);
                left.Add(step.ByHand);
            }
        }

        if (failures.Count > 0)
            throw new IOException($"Not everything could be removed from the container engine. Remove it by hand: {string.Join("; ", left)}. {Messages(failures)}", new AggregateException(failures));
    }

    /// <summary>Undoes everything after a failure.</summary>
    /// <param name="failure">The failure, which the caller throws again.</param>
    /// <exception cref="IOException">Something is left; the message tells the failure too.</exception>
    public async Task RunAfterAsync(Exception failure)
    {
        try
        {
            await RunAsync().ConfigureAwait(false);
        }
        catch (IOException left)
        {
            throw new IOException($"{failure.Message} {left.Message}", new AggregateException(failure, left));
        }
    }

    private static string Messages(IEnumerable<Exception> failures) => string.Join(' ', failures.Select(failure => failure.Message).Distinct());
}
