namespace ModelPipeline.LoadTesting.Sending;

/// <summary>Sends requests to a service.</summary>
internal interface ITransport
{
    /// <summary>Sends a request and waits for its answer; whatever happens to it is told in the reply.</summary>
    /// <param name="number">The request's number, from 0; bodies take turns.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was stopped.</exception>
    Task<Reply> SendAsync(int number, CancellationToken cancellation);
}
