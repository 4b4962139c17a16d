using System.Text;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Publishing;
using ModelPipeline.Tests.Releasing;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>The proposal of a version of churn: its files, and what becomes of them.</summary>
internal sealed class Proposal
{
    private const string ImageName = "ghcr.io/acme/churn";
    private readonly SortedDictionary<string, byte[]> _committed;
    private readonly byte[] _document;

    private Proposal(string version, byte[] image, SortedDictionary<string, byte[]> committed, byte[] document) =>
        (Version, Image, _committed, _document) = (version, image, committed, document);

    /// <summary>One that only a lenient gate approves.</summary>
    public static Proposal Plain { get; } = MakePlain();

    public string Version { get; }

    public byte[] Image { get; }

    public string Folder => $"models/churn/releases/{Version}";

    public string Branch => $"release/churn-{Version}";

    public string Tag => $"churn@v{Version}";

    public string ImageReference => $"{ImageName}:{Version}";

    /// <summary>The one of a scene, which <see cref="ReleaseImageOf"/> has given an image.</summary>
    public static Proposal Of(ReleaseScene scene)
    {
        var files = scene.Files().ToDictionary(file => file.Key[(ReleaseScene.Folder.Length + 1)..], file => file.Value!);
        files.Remove(ReleaseDocument.FileName, out var document);
        return new("1.1.0", File.ReadAllBytes(scene.Judged.Workspace.Image), new(files, StringComparer.Ordinal), document!);
    }

    /// <summary>What <c>release.json</c> says of the image in an archive.</summary>
    public static ReleaseImage ReleaseImageOf(byte[] image) => new(RegistryDouble.DigestIn(image), ImageName);

    /// <summary>The files of the branch.</summary>
    public PushedFiles Files()
    {
        var files = new PushedFiles { { $"{Folder}/release.json", (byte[]?)_document } };
        foreach (var (path, bytes) in _committed)
            files.Add($"{Folder}/{path}", (byte[]?)bytes);
        return files;
    }

    /// <summary>What the release must have in the end, in hexadecimal digits.</summary>
    public Dictionary<string, string> Assets()
    {
        const string Evidence = "evidence/";
        var assets = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["image.tar"] = Image, ["release.json"] = _document };
        var evidence = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, bytes) in _committed)
            (path.StartsWith(Evidence, StringComparison.Ordinal) ? evidence : assets)[path.Replace(Evidence, "", StringComparison.Ordinal)] = bytes;
        assets["evidence.zip"] = EvidenceArchive.Pack(evidence);
        assets["SHA256SUMS"] = Encoding.UTF8.GetBytes(string.Concat(assets.Select(asset => $"{Digest.Of(asset.Value).Hex}  {asset.Key}\n")));
        return assets.ToDictionary(asset => asset.Key, asset => Convert.ToHexStringLower(asset.Value));
    }

    private static Proposal MakePlain()
    {
        var image = Encoding.UTF8.GetBytes("the image's archive");
        var committed = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["MODEL_CARD.md"] = Encoding.UTF8.GetBytes("# churn"),
            ["bom.cdx.json"] = Encoding.UTF8.GetBytes("{}"),
            ["bundle.zip"] = [1, 2, 3],
            ["evidence/odd.json"] = Encoding.UTF8.GetBytes("{}"),
        };
        var document = ReleaseJson.Write(new ReleaseDocument
        {
            Model = "churn", Version = "1.3.0", Bundle = Digest.Of("bundle"), Origin = ReleaseDocument.Proposed, Released = DateTimeOffset.UnixEpoch, Tool = "0.1.0", Data = Digest.Of("data"), Spec = Digest.Of("spec"),
            Files = new(committed.ToDictionary(file => file.Key, file => Digest.Of(file.Value)), StringComparer.Ordinal),
            Image = ReleaseImageOf(image),
            Artifacts = new(StringComparer.Ordinal) { ["image.tar"] = new ReleaseArtifact(Digest.Of(image), image.Length) },
        });
        return new("1.3.0", image, committed, document);
    }
}
