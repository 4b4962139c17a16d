namespace Octokit.Internal;

/// <summary>Sends requests.</summary>
public interface IHttpClient : IDisposable
{
    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="preprocessResponseBody">What is done to the body before it is parsed; <see langword="null"/> for nothing.</param>
    Task<IResponse> Send(IRequest request, CancellationToken cancellationToken, Func<object, object> preprocessResponseBody = null);

    /// <summary>Sets how long a request may take.</summary>
    /// <param name="timeout">How long.</param>
    void SetRequestTimeout(TimeSpan timeout);
}
