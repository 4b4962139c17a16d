using System.Globalization;
using System.Text.Json;
using Shared.GitHub.Git;

namespace Shared.GitHub.Api;

/// <summary>A request that is being answered.</summary>
internal sealed class ApiCall(GitHubDouble github, FakeRequest request, GitHubToken? token, IReadOnlyDictionary<string, string> route)
{
    private JsonElement? _body;

    public GitHubDouble GitHub => github;

    public FakeRequest Request => request;

    public GitHubToken? Token => token;

    public string this[string name] => route[name];

    /// <summary>The repository; one that the token cannot read is not there.</summary>
    public GitHubRepository Repository =>
        github.FindRepository(this["owner"], this["repo"]) is { } found && found.AccessOf(token) >= GitHubAccess.Read ? found : throw ApiException.NotFound();

    public bool CanWrite => Repository.AccessOf(token) >= GitHubAccess.Write;

    /// <summary>Who asks.</summary>
    public GitHubAccount Actor => (token ?? throw new ApiException(401, "Requires authentication")).Account;

    public JsonElement Body => _body ??= Parse();

    /// <summary>Refuses a token that may not do this here.</summary>
    /// <param name="area">The area, as <see cref="GitHubToken.Without"/> names it.</param>
    /// <param name="access">What is needed.</param>
    public ApiCall Need(string area, GitHubAccess access = GitHubAccess.Read)
    {
        var has = Repository.AccessOf(token);
        if (access > GitHubAccess.Read && token is null)
            throw new ApiException(401, "Requires authentication");
        if (has < access || token?.Without.Contains(area) == true)
            throw new ApiException(403, token?.Refusal ?? "Forbidden");
        return this;
    }

    public string? Query(string name) => request.Query.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public int Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw ApiException.NotFound();

    public long Long(string name) => long.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw ApiException.NotFound();

    /// <summary>A member of the body; <see langword="null"/> where it is absent or null.</summary>
    public JsonElement? Member(string name) => Body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text of the body; <see langword="null"/> where it is absent or null.</summary>
    public string? Text(string name) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new ApiException(422, $"Invalid request.\n\nFor '{name}', it is not a string."),
    };

    public string Required(string name) => Text(name) ?? throw new ApiException(422, $"Invalid request.\n\n\"{name}\" wasn't supplied.");

    public bool? Flag(string name) => Member(name)?.GetBoolean();

    /// <summary>A person and a time of the body; what is absent is the actor's and now.</summary>
    public GitSignature? Signature(string name) => Member(name) is not { } given ? null : new(
        given.GetProperty("name").GetString()!,
        given.GetProperty("email").GetString()!,
        given.TryGetProperty("date", out var date) ? date.GetDateTimeOffset() : github.Now);

    /// <summary>A commit of the repository by any name of it.</summary>
    public string Commit(string revision) =>
        Repository.Resolve(revision) ?? throw new ApiException(422, $"No commit found for SHA: {revision}");

    private JsonElement Parse()
    {
        try
        {
            var body = JsonElement.Parse(request.Body.Length == 0 ? "{}"u8 : request.Body);
            return body.ValueKind == JsonValueKind.Object ? body : throw new ApiException(400, "Body should be a JSON object");
        }
        catch (JsonException)
        {
            throw new ApiException(400, "Problems parsing JSON");
        }
    }
}
