using System.Text;
using ModelPipeline.Git;
using Octokit;
using Octokit.Internal;

namespace ModelPipeline.GitHub.Transport;

/// <summary>Sends the request of one call for Octokit, whose own client has no limit of size, no cancellation of changes, holds uploads in memory and follows redirects anywhere.</summary>
/// <param name="client">Sends.</param>
/// <param name="address">Where the API is.</param>
/// <param name="call">The call.</param>
/// <param name="limits">How large an answer may be.</param>
/// <param name="cancellation">Stops it, also at its time limit.</param>
internal sealed class CallTransport(HttpClient client, ApiAddress address, GitHubCall call, GitHubLimits limits, CancellationToken cancellation) : IHttpClient
{
    private const int MostRedirects = 4;

    /// <inheritdoc/>
    public async Task<IResponse> Send(IRequest request, CancellationToken cancellationToken, Func<object, object>? preprocessResponseBody = null)
    {
        var target = new Uri(request.BaseAddress, request.Endpoint);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var message = Message(request, target);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
                return await ReadAsync(response);
            target = Redirected(response, target);
        }

        throw new RemoteException($"GitHub redirects {call} more than {MostRedirects} times. Check GITHUB_API_URL and GITHUB_REPOSITORY.");
    }

    /// <inheritdoc/>
    public void SetRequestTimeout(TimeSpan timeout) => throw new NotSupportedException("The time limit is the call's.");

    /// <summary>Nothing is held.</summary>
    public void Dispose()
    {
    }

    private HttpRequestMessage Message(IRequest request, Uri target)
    {
        var message = new HttpRequestMessage(request.Method, target);
        foreach (var (name, value) in request.Headers)
        {
            if (name != "Authorization" || MayKnow(target))
                message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        message.Content = request.Body switch
        {
            Stream file => new UploadContent(file, request.ContentType),
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => null,
        };
        return message;
    }

    private bool MayKnow(Uri target) => address.IsOwnHost(target) || (call.Upload is not null && address.TakesUploads(target));

    private Uri Redirected(HttpResponseMessage response, Uri from)
    {
        var target = response.Headers.Location is { } location ? new Uri(from, location) : null;
        var isFollowed = target is not null && (int)response.StatusCode switch
        {
            _ when call.Upload is not null => false,
            _ when call.IsDownload => address.MayRead(target),
            307 or 308 => address.IsOfApi(target),
            _ => !call.IsChange && address.IsOfApi(target),
        };
        return isFollowed ? target! : throw new RemoteException(
            $"GitHub redirects {call} to {QuotedText.Of(target?.Authority ?? "nowhere")}, where it is not followed. Check GITHUB_API_URL, and whether GITHUB_REPOSITORY was renamed.")
        {
            Status = (int)response.StatusCode,
        };
    }

    private async Task<IResponse> ReadAsync(HttpResponseMessage response)
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        if (call.IsDownload && response.IsSuccessStatusCode)
            return new CallResponse(response, await TemporaryFile.CopyAsync(content, limits.FileBytes, cancellation));
        using var bytes = new MemoryStream();
        await BoundedCopy.CopyAsync(content, bytes, limits.JsonBytes, cancellation);
        return new CallResponse(response, Text(bytes));
    }

    private static string Text(MemoryStream bytes) => new UTF8Encoding(false, true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
}
