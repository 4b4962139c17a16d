using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using ModelPipeline.Docker.Registries.Authentication;
using ModelPipeline.Docker.Registries.Credentials;

namespace ModelPipeline.Docker.Registries.Transport;

/// <summary>The requests of one transfer to or from one repository: says who we are where it is asked, follows redirects, tells faults that pass from those that stay.</summary>
internal sealed class RegistrySession : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _client;
    private readonly Authenticator _authenticator;
    private readonly TimeProvider _clock;

    /// <summary>Opens a session; no request is made.</summary>
    /// <param name="reference">The repository.</param>
    /// <param name="credentials">Who we are.</param>
    /// <param name="clock">Measures how long tokens last and nothing comes.</param>
    /// <param name="pushes">Whether something is to be changed.</param>
    public RegistrySession(ImageReference reference, RegistryCredentials credentials, TimeProvider clock, bool pushes)
    {
        Reference = reference;
        _clock = clock;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !reference.IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(30),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ModelPipeline", null));
        _authenticator = new Authenticator(reference, credentials, clock, pushes, SendOnceAsync);
    }

    public ImageReference Reference { get; }

    /// <summary>An address in the repository.</summary>
    /// <param name="path">The path behind the repository's name.</param>
    public Uri At(string path) => new(Reference.Origin, $"v2/{Reference.Name}/{path}");

    /// <summary>Sends a request to the registry, again where the registry asks who we are.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">The address.</param>
    /// <param name="content">Makes the body, and says that it moves; <see langword="null"/> for none.</param>
    /// <param name="accept">The media types that are understood; empty for any.</param>
    /// <param name="cancellation">Stops the request.</param>
    /// <exception cref="TransientException">The registry cannot be reached, is busy or broken, or breaks off.</exception>
    /// <exception cref="InputException">The registry wants to know who we are and nobody told, or sends us where we do not go.</exception>
    public async Task<RegistryReply> SendAsync(HttpMethod method, Uri address, Func<Action, HttpContent>? content, IReadOnlyList<string> accept, CancellationToken cancellation)
    {
        var reply = await SendAsync(method, address, content, accept, IsOwn(address) ? await _authenticator.FindAsync(cancellation) : null, cancellation);
        if (reply.Status == HttpStatusCode.Unauthorized && IsOwn(address))
        {
            var challenges = reply.Headers.WwwAuthenticate.ToList();
            reply.Dispose();
            reply = await SendAsync(method, address, content, accept, await _authenticator.AnswerAsync(challenges, cancellation), cancellation);
        }

        return await ThrowIfTransientAsync(reply);
    }

    /// <summary>Reads something, also from where the registry redirects to. Another host is not told who we are.</summary>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="address">The address.</param>
    /// <param name="accept">The media types that are understood; empty for any.</param>
    /// <param name="cancellation">Stops the request.</param>
    /// <inheritdoc cref="SendAsync(HttpMethod, Uri, Func{Action, HttpContent}?, IReadOnlyList{string}, CancellationToken)"/>
    public async Task<RegistryReply> ReadAsync(HttpMethod method, Uri address, IReadOnlyList<string> accept, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var reply = await SendAsync(method, address, null, accept, cancellation);
            if ((int)reply.Status is not (301 or 302 or 303 or 307 or 308))
                return reply;
            using (reply)
                address = TrustedAddress.Read(Reference, reply.Address, reply.Headers.Location, "what was asked for");
        }

        throw new InputException($"The registry {Reference.Registry} redirects more than {MostRedirects} times. Ask whoever runs the registry.");
    }

    /// <summary>What to throw where the registry does not do what it was asked.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="what">What it was asked, for example <c>take a layer of</c>.</param>
    public async Task<InputException> RefusalAsync(RegistryReply reply, string what)
    {
        var advice = reply.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? $"Run docker login {Reference.Registry} with an account that may do this, or set {RegistryEnvironment.RegistryVariable}, {RegistryEnvironment.UserVariable} and {RegistryEnvironment.PasswordVariable}."
            : "Check the image's name and what the registry allows.";
        return new InputException($"{reply.Address.Authority} refuses to {what} {Reference}: it answers {await reply.DescribeAsync()}. {advice}");
    }

    public void Dispose() => _client.Dispose();

    private bool IsOwn(Uri address) => address.Scheme == Reference.Origin.Scheme && address.Authority == Reference.Origin.Authority;

    private async Task<RegistryReply> SendAsync(
        HttpMethod method, Uri address, Func<Action, HttpContent>? content, IReadOnlyList<string> accept, AuthenticationHeaderValue? authorization, CancellationToken cancellation) =>
        await SendOnceAsync(
            move =>
            {
                var request = new HttpRequestMessage(method, address) { Content = content?.Invoke(move) };
                request.Headers.Authorization = authorization;
                foreach (var type in accept)
                    request.Headers.Accept.ParseAdd(type);
                return request;
            },
            cancellation);

    private async Task<RegistryReply> SendOnceAsync(Func<Action, HttpRequestMessage> make, CancellationToken cancellation)
    {
        var watch = new IdleWatch(_clock, cancellation);
        using var request = make(watch.Move);
        try
        {
            var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token);
            watch.Move();
            return new RegistryReply(response, watch);
        }
        catch (Exception fault)
        {
            var waited = watch.Explains(fault);
            watch.Dispose();
            var host = request.RequestUri!.Authority;
            throw fault switch
            {
                _ when waited => new TransientException(string.Create(CultureInfo.InvariantCulture, $"{host} did nothing for {IdleWatch.Longest.TotalSeconds} s"), fault),
                { InnerException: AuthenticationException } => new InputException($"{host} has no certificate that this machine trusts: {QuotedText.Escape(fault.InnerException.Message, 200)}", fault),
                HttpRequestException => new TransientException($"{host} cannot be reached or broke off: {QuotedText.Escape(fault.Message, 200)}", fault),
                _ => fault,
            };
        }
    }

    private async Task<RegistryReply> ThrowIfTransientAsync(RegistryReply reply)
    {
        if ((int)reply.Status is not (408 or 429 or 500 or 502 or 503 or 504))
            return reply;
        using (reply)
        {
            var after = reply.Headers.RetryAfter;
            var wait = after?.Delta ?? after?.Date - _clock.GetUtcNow();
            throw new TransientException($"{reply.Address.Authority} answers {await reply.DescribeAsync()}", null, wait < TimeSpan.Zero ? TimeSpan.Zero : wait);
        }
    }
}
