namespace ModelPipeline.LoadTesting.Sending;

/// <summary>Waits for moments.</summary>
internal interface IPacer
{
    /// <summary>Returns at a moment, or at once where it has passed.</summary>
    /// <param name="due">The moment, as a timestamp of the clock.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was stopped.</exception>
    void WaitUntil(long due, CancellationToken cancellation);
}
