using System.Text.Json.Nodes;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Reports;

/// <summary>Whose the token is. A person's token can ask for its user; an app's cannot, but GraphQL tells it its viewer.</summary>
/// <param name="repository">The repository.</param>
internal sealed class TokenOwner(HostedRepository repository)
{
    private const string BotSuffix = "[bot]";

    private string? _login;
    private bool _isAsked;

    /// <summary>Whether an account is the token's own; false where nobody knows whose the token is.</summary>
    /// <param name="user">The account; <see langword="null"/> where it is gone.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<bool> IsOwnAsync(UserDocument? user, CancellationToken cancellation) =>
        user is not null && await LoginAsync(cancellation) is { } login && Bare(login) == Bare(user.Login) && IsBot(login, user);

    /// <inheritdoc cref="IPullRequestReports.IsOwnAsync"/>
    public async Task<bool> IsOwnAsync(Account account, CancellationToken cancellation) =>
        await LoginAsync(cancellation) is { } login && Bare(login) == Bare(account.Login) && (account.IsBot || !login.EndsWith(BotSuffix, StringComparison.Ordinal));

    /// <summary>Whether a check run is of the token's own app; false where nobody knows.</summary>
    public async Task<bool> IsOwnAsync(AppDocument? app, CancellationToken cancellation) =>
        app is not null && await LoginAsync(cancellation) is { } login && Bare(login) == Bare(app.Slug);

    /// <summary>Learns whose the token is from something that it wrote just now.</summary>
    public void Learn(UserDocument? user) => _login ??= user?.Login;

    private async Task<string?> LoginAsync(CancellationToken cancellation)
    {
        if (_login is not null || _isAsked)
            return _login;
        var user = await repository.SendAsync(new GitHubCall(HttpMethod.Get, "user") { Understood = [401, 403, 404] }, cancellation);
        _login = user.Status < 400 ? user.Read(GitHubJson.Default.UserDocument).Login : await ViewerAsync(cancellation);
        _isAsked = true;
        return _login;
    }

    private async Task<string?> ViewerAsync(CancellationToken cancellation)
    {
        var query = new JsonObject { ["query"] = "query { viewer { login } }" };
        var reply = await repository.SendAsync(
            new GitHubCall(HttpMethod.Post, GraphQl()) { Body = query, IsQuery = true, Understood = [400, 401, 403, 404, 405, 422] }, cancellation);
        return reply.Status < 400 ? reply.Read(GitHubJson.Default.ViewerAnswer).Data.Viewer.Login : null;
    }

    // An Enterprise server has its REST API at /api/v3/ and GraphQL at /api/graphql.
    private Uri GraphQl() =>
        new(repository.Address.Base, repository.Address.Base.AbsolutePath.EndsWith("/api/v3/", StringComparison.Ordinal) ? "../graphql" : "graphql");

    private static bool IsBot(string login, UserDocument user) => !login.EndsWith(BotSuffix, StringComparison.Ordinal) || user.Type == "Bot";

    private static string Bare(string login) =>
        (login.EndsWith(BotSuffix, StringComparison.Ordinal) ? login[..^BotSuffix.Length] : login).ToLowerInvariant();
}
