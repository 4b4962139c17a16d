using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;

namespace ModelPipeline.GitHub;

/// <summary>The repository that calls are about, and the ways in which they are made.</summary>
/// <param name="connection">Sends.</param>
/// <param name="name">Owner and name, for example <c>acme/models</c>.</param>
internal sealed class HostedRepository(GitHubConnection connection, string name)
{
    private readonly Pages _pages = new(connection);
    private RepositoryDocument? _settings;

    /// <summary>Owner and name.</summary>
    public string Name => name;

    /// <summary>Where the API is.</summary>
    public ApiAddress Address => connection.Address;

    /// <summary>A path in the repository.</summary>
    /// <param name="path">The path behind the repository's name, escaped.</param>
    public string At(string path) => $"repos/{name}/{path}";

    /// <summary>Sends a call.</summary>
    /// <inheritdoc cref="GitHubConnection.SendAsync"/>
    public Task<GitHubReply> SendAsync(GitHubCall call, CancellationToken cancellation) => connection.SendAsync(call, cancellation);

    /// <summary>Reads something.</summary>
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class =>
        (await SendAsync(new GitHubCall(HttpMethod.Get, path), cancellation)).Read(type);

    /// <summary>Reads something that need not be there.</summary>
    /// <returns><see langword="null"/> where the repository can be read and this is not in it.</returns>
    public async Task<T?> FindAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var reply = await SendAsync(new GitHubCall(HttpMethod.Get, path) { Understood = [404] }, cancellation);
        if (reply.Status != 404)
            return reply.Read(type);
        // GitHub also answers 404 to a token that may not see the repository: that is no absence.
        await SettingsAsync(cancellation);
        return null;
    }

    /// <summary>Changes something.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path.</param>
    /// <param name="body">The body.</param>
    /// <param name="understood">The refusals that the caller understands, by status.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<GitHubReply> ChangeAsync(HttpMethod method, string path, JsonNode body, IReadOnlyList<int> understood, CancellationToken cancellation) =>
        SendAsync(new GitHubCall(method, path) { Body = body, Understood = understood }, cancellation);

    /// <summary>Makes an object that is known by its content: made twice, it is one, or lies about unused.</summary>
    public async Task<T> MakeObjectAsync<T>(string path, JsonNode body, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class =>
        (await SendAsync(new GitHubCall(HttpMethod.Post, path) { Body = body, IsRepeatable = true }, cancellation)).Read(type);

    /// <summary>The pages of a list.</summary>
    /// <inheritdoc cref="Pages.ReadAsync"/>
    public IAsyncEnumerable<GitHubReply> PagesAsync(string first, IReadOnlyList<int> understood, CancellationToken cancellation) =>
        _pages.ReadAsync(first, understood, cancellation);

    /// <summary>A whole list.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string first, JsonTypeInfo<IReadOnlyList<T>> type, CancellationToken cancellation)
    {
        var items = new List<T>();
        await foreach (var page in PagesAsync(first, [], cancellation))
            items.AddRange(page.Read(type));
        return items;
    }

    /// <summary>A whole list whose pages say how long it is.</summary>
    /// <exception cref="RemoteException">There are fewer items than its pages say.</exception>
    public async Task<IReadOnlyList<TItem>> ListAsync<TPage, TItem>(
        string first, JsonTypeInfo<TPage> type, Func<TPage, IReadOnlyList<TItem>> itemsOf, Func<TPage, int> totalOf, CancellationToken cancellation)
        where TPage : class
    {
        var items = new List<TItem>();
        var total = 0;
        await foreach (var page in PagesAsync(first, [], cancellation))
        {
            var read = page.Read(type);
            items.AddRange(itemsOf(read));
            total = Math.Max(total, totalOf(read));
        }

        Whole.Check(first, items.Count, total);
        return items;
    }

    /// <summary>The repository's settings, read once.</summary>
    public async Task<RepositoryDocument> SettingsAsync(CancellationToken cancellation) =>
        _settings ??= await GetAsync($"repos/{name}", GitHubJson.Default.RepositoryDocument, cancellation);
}
