using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;

namespace ModelPipeline.GitHub.Git;

/// <summary>The repository's annotated tags.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Tags(HostedRepository repository)
{
    private const string Namespace = "refs/tags/";
    private const int MostTags = 10;

    private readonly ConcurrentDictionary<string, TagDocument> _objects = new();

    /// <inheritdoc cref="IGitRemote.TagsAsync(string, CancellationToken)"/>
    public async Task<IReadOnlyList<GitTag>> ListAsync(string prefix, CancellationToken cancellation) =>
        await ReadAsync(await RefsAsync(prefix, cancellation), cancellation);

    /// <summary>The annotated tags among some names. Each costs a call, so tags of other names are not read.</summary>
    public async Task<IReadOnlyList<GitTag>> ListAsync(IReadOnlySet<string> names, CancellationToken cancellation) =>
        await ReadAsync((await RefsAsync("", cancellation)).Where(reference => names.Contains(reference.Ref[Namespace.Length..])), cancellation);

    /// <inheritdoc cref="IGitRemote.TagNamesAsync"/>
    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellation) =>
        [.. (await RefsAsync(prefix, cancellation)).Select(reference => reference.Ref[Namespace.Length..]).Order(StringComparer.Ordinal)];

    /// <inheritdoc cref="IGitRemote.CreateTagAsync"/>
    public async Task<bool> CreateAsync(NewGitTag tag, CancellationToken cancellation)
    {
        if (await FindAsync(tag.Name, cancellation) is not null)
            return false;
        var body = new JsonObject { ["tag"] = tag.Name, ["message"] = tag.Message, ["object"] = tag.Commit, ["type"] = "commit" };
        var made = await repository.MakeObjectAsync(repository.At("git/tags"), body, GitHubJson.Default.HashDocument, cancellation);
        var reply = await repository.ChangeAsync(HttpMethod.Post, repository.At("git/refs"), new JsonObject { ["ref"] = Namespace + tag.Name, ["sha"] = made.Sha }, [422], cancellation);
        if (reply.Status != 422)
            return true;
        return await FindAsync(tag.Name, cancellation) is not null
            ? false
            : throw new RemoteException($"GitHub refuses to make the tag {QuotedText.Of(tag.Name)}: {QuotedText.Escape(reply.Text, 300)}. Check the repository's rules for tags.") { Status = 422 };
    }

    private async Task<IEnumerable<RefDocument>> RefsAsync(string prefix, CancellationToken cancellation)
    {
        var path = repository.At(prefix.Length == 0 ? "git/matching-refs/tags" : $"git/matching-refs/tags/{UrlPath.Segments(prefix)}");
        var refs = await repository.ListAsync(path, GitHubJson.Default.RefList, cancellation);
        return refs.Where(reference => reference.Ref.StartsWith(Namespace + prefix, StringComparison.Ordinal));
    }

    private Task<RefDocument?> FindAsync(string name, CancellationToken cancellation) =>
        repository.FindAsync(repository.At($"git/ref/tags/{UrlPath.Segments(name)}"), GitHubJson.Default.RefDocument, cancellation);

    private async Task<IReadOnlyList<GitTag>> ReadAsync(IEnumerable<RefDocument> references, CancellationToken cancellation)
    {
        var tags = new List<GitTag>();
        foreach (var reference in references.Where(reference => reference.Object.Type == "tag"))
            if (await ReadAsync(reference, cancellation) is { } tag)
                tags.Add(tag);
        return [.. tags.OrderBy(tag => tag.Name, StringComparer.Ordinal)];
    }

    /// <summary>A tag; <see langword="null"/> where it is of no commit, but of a file or a folder.</summary>
    private async Task<GitTag?> ReadAsync(RefDocument reference, CancellationToken cancellation)
    {
        var outer = await ObjectAsync(reference.Object.Sha, cancellation);
        var inner = outer;
        for (var tags = 1; inner.Object.Type == "tag"; tags++)
        {
            inner = tags < MostTags ? await ObjectAsync(inner.Object.Sha, cancellation)
                : throw new RemoteException($"The tag {QuotedText.Of(reference.Ref)} is of a tag of a tag, more than {MostTags} deep. Remove it.");
        }

        return inner.Object.Type == "commit"
            ? new GitTag(reference.Ref[Namespace.Length..], inner.Object.Sha, outer.Message, outer.Tagger is { } tagger ? $"{tagger.Name} <{tagger.Email}>" : "", outer.Tagger?.Date)
            : null;
    }

    private async Task<TagDocument> ObjectAsync(string hash, CancellationToken cancellation) =>
        _objects.TryGetValue(hash, out var known) ? known
        : _objects[hash] = await repository.GetAsync(repository.At($"git/tags/{UrlPath.Segment(hash)}"), GitHubJson.Default.TagDocument, cancellation);
}
