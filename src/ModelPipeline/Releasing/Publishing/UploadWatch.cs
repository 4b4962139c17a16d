using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Tells uploads that are going on from remnants of those that broke off. No two clocks are compared: hosts' and ours differ.</summary>
/// <param name="clock">Measures how long an asset was seen unfinished.</param>
internal sealed class UploadWatch(TimeProvider clock)
{
    /// <summary>How long an unfinished asset is taken for another's upload: as long as one upload may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly Dictionary<long, long> _seen = [];

    /// <summary>The numbers of unfinished assets that were seen so for half an hour, or beside which something younger by that was made.</summary>
    public HashSet<long> RemnantsOn(IReadOnlyList<ReleasePage> pages)
    {
        var newest = pages.SelectMany(page => page.Assets).Select(asset => asset.Created).DefaultIfEmpty().Max();
        return [.. pages.SelectMany(page => page.Assets).Where(asset => !asset.IsUploaded && (newest - asset.Created >= Longest || clock.GetElapsedTime(FirstSeen(asset)) >= Longest)).Select(asset => asset.Id)];
    }

    private long FirstSeen(ReleaseAsset asset)
    {
        if (!_seen.TryGetValue(asset.Id, out var seen))
            _seen[asset.Id] = seen = clock.GetTimestamp();
        return seen;
    }
}
