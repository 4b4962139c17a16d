using System.Globalization;
using System.Net;
using Octokit.Internal;

namespace Octokit;

/// <summary>Sends requests to a GitHub and turns its refusals into exceptions.</summary>
public class Connection
{
    private const string Json = "application/vnd.github.v3+json";
    private const string PackageVersion = "14.0.0";

    private readonly IHttpClient _client;
    private readonly IJsonSerializer _serializer;

    /// <summary>Makes a connection; nothing is sent.</summary>
    /// <param name="productInformation">Who uses this library.</param>
    /// <param name="baseAddress">Where endpoints start: taken as it is.</param>
    /// <param name="credentialStore">Knows who sends requests.</param>
    /// <param name="httpClient">Sends requests.</param>
    /// <param name="serializer">Writes and reads bodies.</param>
    public Connection(ProductHeaderValue productInformation, Uri baseAddress, ICredentialStore credentialStore, IHttpClient httpClient, IJsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(productInformation);
        ArgumentNullException.ThrowIfNull(baseAddress);
        ArgumentNullException.ThrowIfNull(credentialStore);
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(serializer);
        if (!baseAddress.IsAbsoluteUri)
            throw new ArgumentException($"The base address '{baseAddress}' must be an absolute URI", nameof(baseAddress));
        UserAgent = UserAgentOf(productInformation);
        BaseAddress = baseAddress;
        CredentialStore = credentialStore;
        _client = httpClient;
        _serializer = serializer;
    }

    /// <summary>Where endpoints start.</summary>
    public Uri BaseAddress { get; private set; }

    /// <summary>Knows who sends requests.</summary>
    public ICredentialStore CredentialStore { get; }

    /// <summary>What servers are told of this library and its user.</summary>
    public string UserAgent { get; private set; }

    /// <summary>Reads something.</summary>
    /// <param name="uri">The endpoint.</param>
    /// <param name="parameters">What is added to its query: here nothing, so <see langword="null"/>.</param>
    /// <param name="accepts">The media types that are understood.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IApiResponse<T>> Get<T>(Uri uri, IDictionary<string, string> parameters, string accepts, CancellationToken cancellationToken) => parameters is null or { Count: 0 }
        ? Send<T>(HttpMethod.Get, uri, null, accepts, null, cancellationToken)
        : throw new NotSupportedException("This stand-in adds nothing to an endpoint's query: write it into the endpoint.");

    /// <summary>Makes something.</summary>
    /// <param name="uri">The endpoint.</param>
    /// <param name="body">The body.</param>
    /// <param name="accepts">The media types that are understood.</param>
    /// <param name="contentType">The media type of the body.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IApiResponse<T>> Post<T>(Uri uri, object body, string accepts, string contentType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(body);
        return Send<T>(HttpMethod.Post, uri, body, accepts, contentType, cancellationToken);
    }

    /// <summary>Changes something.</summary>
    /// <param name="uri">The endpoint.</param>
    /// <param name="body">The body.</param>
    public Task<IApiResponse<T>> Put<T>(Uri uri, object body) => Send<T>(HttpMethod.Put, uri, body, null, null, CancellationToken.None);

    /// <summary>Changes parts of something.</summary>
    /// <param name="uri">The endpoint.</param>
    /// <param name="body">The body.</param>
    public Task<IApiResponse<T>> Patch<T>(Uri uri, object body)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(body);
        return Send<T>(HttpMethod.Patch, uri, body, null, null, CancellationToken.None);
    }

    /// <summary>Removes something.</summary>
    /// <param name="uri">The endpoint.</param>
    /// <returns>The status of the answer.</returns>
    public async Task<HttpStatusCode> Delete(Uri uri) =>
        (await Send<object>(HttpMethod.Delete, uri, null, null, null, CancellationToken.None).ConfigureAwait(false)).HttpResponse.StatusCode;

    private static string UserAgentOf(ProductHeaderValue product)
    {
        var system = Environment.OSVersion;
        var processor = Environment.Is64BitOperatingSystem ? "amd64" : "x86";
        return string.Create(CultureInfo.InvariantCulture, $"{product} ({system.Platform} {system.Version.ToString(3)}; {processor}; {CultureInfo.CurrentCulture.Name}; Octokit.net {PackageVersion})");
    }

    private async Task<IApiResponse<T>> Send<T>(HttpMethod method, Uri uri, object body, string accepts, string contentType, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var request = new Request { Method = method, BaseAddress = BaseAddress, Endpoint = uri };
        request.Headers["Accept"] = string.IsNullOrEmpty(accepts) ? Json : accepts;
        if (body is not null)
        {
            request.Body = body is string or Stream or HttpContent ? body : _serializer.Serialize(body);
            request.ContentType = contentType ?? "application/x-www-form-urlencoded";
        }

        request.Headers["User-Agent"] = UserAgent;
        var credentials = await CredentialStore.GetCredentials().ConfigureAwait(false) ?? Credentials.Anonymous;
        if (AuthorizationHeader.Of(credentials) is { } authorization)
            request.Headers["Authorization"] = authorization;

        var response = await _client.Send(request, cancellation).ConfigureAwait(false);
        ArgumentNullException.ThrowIfNull(response.ApiInfo);
        Refusal.ThrowIfRefused(response);
        return new ApiResponse<T>(response, ResponseBody.Parse<T>(response, _serializer));
    }
}
