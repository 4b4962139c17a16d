using System.Text.Json;
using Docker.DotNet;

namespace ModelPipeline.Docker.Engine;

/// <summary>Calls the engine, and gives its errors as ours: the client's are of many types, those of sockets, HTTP and JSON among them.</summary>
internal static class EngineCall
{
    private const int LongestWords = 500;

    /// <summary>Calls the engine.</summary>
    /// <param name="purpose">What the call is to do: the end of the sentence "the container engine could not …".</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">What stops it.</param>
    /// <exception cref="IOException">The engine refuses, breaks off or does not answer.</exception>
    public static async Task<T> RunAsync<T>(string purpose, Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The run was cancelled while the container engine was to {purpose}.", exception, cancellation);
        }
        catch (Exception exception)
        {
            throw new IOException($"The container engine could not {purpose}: {Reason(exception)}", exception);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(string purpose, Func<Task> call, CancellationToken cancellation) =>
        RunAsync(
            purpose,
            async () =>
            {
                await call().ConfigureAwait(false);
                return true;
            },
            cancellation);

    private static string Reason(Exception exception) => exception switch
    {
        DockerApiException { ResponseBody: var body } => QuotedText.Escape(Words(body), LongestWords),
        OperationCanceledException => "it did not answer in time.",
        _ => QuotedText.Escape(exception.GetBaseException().Message, LongestWords),
    };

    private static string Words(string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.GetProperty("message").GetString() ?? body;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return body;
        }
    }
}
