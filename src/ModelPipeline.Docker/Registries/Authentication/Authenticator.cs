using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ModelPipeline.Docker.Registries.Credentials;
using ModelPipeline.Docker.Registries.Manifests;
using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries.Authentication;

/// <summary>Says who we are to one repository's registry: with user and password, or with a token, which is kept until it expires.</summary>
/// <param name="reference">The repository.</param>
/// <param name="credentials">Who we are.</param>
/// <param name="clock">Tells when a token has expired.</param>
/// <param name="pushes">Whether a token must allow pushing from the start: registries first ask for one that allows to read.</param>
/// <param name="send">Sends a request to a token service.</param>
internal sealed class Authenticator(
    ImageReference reference, RegistryCredentials credentials, TimeProvider clock, bool pushes, Func<Func<Action, HttpRequestMessage>, CancellationToken, Task<RegistryReply>> send)
{
    private const int LongestAnswer = 1 << 20;
    private const string Client = "modelpipeline";
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private Challenge? _challenge;
    private AuthenticationHeaderValue? _header;
    private DateTimeOffset _expires = DateTimeOffset.MaxValue;

    /// <summary>What to send along with a request, a new token where the last has expired; <see langword="null"/> while the registry has not asked.</summary>
    public async ValueTask<AuthenticationHeaderValue?> FindAsync(CancellationToken cancellation) =>
        _challenge is not null && clock.GetUtcNow() >= _expires ? await AnswerAsync(_challenge, cancellation) : _header;

    /// <summary>Answers a registry that asks who we are.</summary>
    /// <param name="offered">The header <c>WWW-Authenticate</c>.</param>
    /// <param name="cancellation">Stops the asking for a token.</param>
    /// <exception cref="InputException">It cannot be answered.</exception>
    public Task<AuthenticationHeaderValue> AnswerAsync(IReadOnlyList<AuthenticationHeaderValue> offered, CancellationToken cancellation) =>
        Challenge.Choose(offered) is { } challenge
            ? AnswerAsync(challenge, cancellation)
            : throw new InputException($"The registry {reference.Registry} wants to know who we are in a way that is neither Bearer nor Basic, or names no address for tokens.");

    private async Task<AuthenticationHeaderValue> AnswerAsync(Challenge challenge, CancellationToken cancellation)
    {
        var credential = await credentials.FindAsync(reference.Registry, cancellation);
        _challenge = challenge;
        if (challenge.Realm is { } realm)
        {
            var address = TrustedAddress.Read(reference, reference.Origin, realm, "tokens");
            var document = await FetchAsync(address, challenge, credential, cancellation);
            _expires = clock.GetUtcNow() + document.Lifetime() - Margin;
            return _header = new AuthenticationHeaderValue("Bearer", document.Find() ?? throw new InputException($"{address.Authority} answers without a token that can be used."));
        }

        return _header = credential is { IsIdentityToken: false } ? Basic(credential) : throw Unknown();
    }

    private async Task<TokenDocument> FetchAsync(Uri realm, Challenge challenge, Credential? credential, CancellationToken cancellation)
    {
        using var reply = await send(_ => Request(realm, challenge, credential), cancellation);
        if ((int)reply.Status is 408 or 429 or >= 500)
            throw new TransientException($"{realm.Authority} answers {await reply.DescribeAsync()} where a token is asked for", null, reply.Headers.RetryAfter?.Delta);
        if (reply.Status != HttpStatusCode.OK)
            throw credential is null ? Unknown() : new InputException($"{realm.Authority} refuses a token: it answers {await reply.DescribeAsync()}. Run docker login {reference.Registry} again.");
        try
        {
            return JsonSerializer.Deserialize(await reply.ReadAllAsync(LongestAnswer), RegistryJsonContext.Default.TokenDocument) ?? new TokenDocument();
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            // The cause is left out: its message may hold a part of the token.
            throw new InputException($"{realm.Authority} answers no JSON where a token is asked for.");
        }
    }

    private HttpRequestMessage Request(Uri realm, Challenge challenge, Credential? credential)
    {
        var scopes = challenge.Scopes.Select(Widen).ToList();
        var values = new List<KeyValuePair<string, string>>();
        if (challenge.Service is { } service)
            values.Add(new("service", service));
        values.AddRange(scopes.Select(scope => new KeyValuePair<string, string>("scope", scope)));
        if (credential is { IsIdentityToken: true })
        {
            var form = values.Where(value => value.Key != "scope").Append(new("scope", string.Join(' ', scopes)));
            return new HttpRequestMessage(HttpMethod.Post, realm)
            {
                Content = new FormUrlEncodedContent([.. form, new("grant_type", "refresh_token"), new("refresh_token", credential.Secret), new("client_id", Client)]),
            };
        }

        var query = string.Join('&', values.Select(value => $"{value.Key}={Uri.EscapeDataString(value.Value)}"));
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = realm.Query.Length > 1 ? $"{realm.Query[1..]}&{query}" : query }.Uri);
        request.Headers.Authorization = credential is null ? null : Basic(credential);
        return request;
    }

    private string Widen(string scope) =>
        pushes && scope.StartsWith($"repository:{reference.Name}:", StringComparison.Ordinal) ? $"repository:{reference.Name}:pull,push" : scope;

    private static AuthenticationHeaderValue Basic(Credential credential) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.User}:{credential.Secret}")));

    private InputException Unknown() => new(
        $"The registry {reference.Registry} wants to know who we are. Run docker login {reference.Registry}, or set {RegistryEnvironment.RegistryVariable}, {RegistryEnvironment.UserVariable} and {RegistryEnvironment.PasswordVariable}.");
}
