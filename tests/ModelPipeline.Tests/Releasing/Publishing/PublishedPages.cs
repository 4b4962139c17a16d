using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>Releases in memory, with assets that are unfinished while they are uploaded.</summary>
internal sealed class PublishedPages(Wire wire, TimeProvider clock) : IReleasePages
{
    private readonly Dictionary<long, byte[]> _bytes = [];
    private long _last = 100;

    public List<ReleasePage> All { get; } = [];

    /// <summary>Whether the host says the digests of assets.</summary>
    public bool SaysDigests { get; set; } = true;

    /// <summary>Whether the host forgets titles that it is given.</summary>
    public bool KeepsTitles { get; set; }

    public Task<IReadOnlyList<ReleasePage>> OfTagAsync(string tag, CancellationToken cancellation) =>
        wire.ReadAsync<IReadOnlyList<ReleasePage>>("pages", () => [.. All.Where(page => page.Tag == tag)]);

    /// <summary>What uploads throw; nothing where absent.</summary>
    public Exception? UploadFault { get; set; }

    public Task<ReleasePage> CreateDraftAsync(NewReleasePage page, CancellationToken cancellation) => wire.ChangeAsync("create-draft", () => Add(page.Tag, page.Body, page.Title, page.Target));

    public ReleasePage Add(string tag, string body, string title = "title", string target = "main", bool isDraft = true)
    {
        var id = ++_last;
        var page = new ReleasePage { Id = id, Tag = tag, Target = target, Title = title, Body = body, IsDraft = isDraft, UploadAddress = "upload", Page = $"page/{id}", Assets = [] };
        All.Add(page);
        return page;
    }

    public ReleaseAsset AddAsset(ReleasePage page, string name, byte[]? bytes, TimeSpan age = default)
    {
        var content = bytes ?? [];
        var asset = new ReleaseAsset(++_last, name, bytes is not null, content.Length, bytes is null || !SaysDigests ? null : Digest.Of(content), clock.GetUtcNow() - age);
        _bytes[asset.Id] = content;
        Change(page.Id, found => found with { Assets = [.. found.Assets, asset] });
        return asset;
    }

    public byte[] BytesOf(long asset) => _bytes[asset];

    public Task UpdateDraftAsync(long id, NewReleasePage page, CancellationToken cancellation) =>
        wire.ChangeAsync("update-draft", () => Change(id, found => found with { Title = KeepsTitles ? found.Title : page.Title, Body = page.Body, Target = page.Target }));

    public Task PublishAsync(long id, CancellationToken cancellation) => wire.ChangeAsync("publish", () => Change(id, found => found with { IsDraft = false }));

    public Task DeleteDraftAsync(long id, CancellationToken cancellation) => wire.ChangeAsync("delete-draft", () => All.RemoveAll(page => page.Id == id));

    public Task<bool> UploadAsync(ReleasePage page, string name, Stream content, CancellationToken cancellation)
    {
        if (UploadFault is { } fault)
            throw fault;
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        content.Dispose();
        return wire.RunAsync("upload!", async () =>
        {
            var started = wire.Locked(() => Of(page.Id).Assets.Any(asset => asset.Name == name) ? null : AddAsset(page, name, null));
            if (started is null)
                return false;
            await Task.Yield();
            return wire.Locked(() => Finish(page.Id, started, copy.ToArray()));
        }, () => AddAsset(page, name, null));
    }

    public Task DeleteAssetAsync(long id, CancellationToken cancellation) => wire.ChangeAsync("delete-asset", () =>
    {
        foreach (var page in All.Where(page => page.Assets.Any(asset => asset.Id == id)).ToList())
            Change(page.Id, found => found with { Assets = [.. found.Assets.Where(asset => asset.Id != id)] });
        return true;
    });

    public Task<Stream> DownloadAsync(long id, CancellationToken cancellation) => wire.ReadAsync<Stream>("download", () => new MemoryStream(_bytes[id], writable: false));

    private bool Finish(long page, ReleaseAsset started, byte[] bytes)
    {
        if (!Of(page).Assets.Contains(started))
            throw Gone();
        _bytes[started.Id] = bytes;
        Change(page, found => found with
        {
            Assets = [.. found.Assets.Select(asset => asset == started ? asset with { IsUploaded = true, Bytes = bytes.Length, Digest = SaysDigests ? Digest.Of(bytes) : null } : asset)],
        });
        return true;
    }

    private ReleasePage Of(long id) => All.FirstOrDefault(page => page.Id == id) ?? throw Gone();

    private bool Change(long id, Func<ReleasePage, ReleasePage> change)
    {
        var page = Of(id);
        All[All.IndexOf(page)] = change(page);
        return true;
    }

    private static RemoteException Gone() => new("there is no such thing") { Status = 404 };
}
