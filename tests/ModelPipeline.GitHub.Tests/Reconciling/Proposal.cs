using System.Text;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Publishing;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>The proposal of churn 1.3.0: its files, and what becomes of them.</summary>
internal static class Proposal
{
    public const string Folder = "models/churn/releases/1.3.0";
    public const string Branch = "release/churn-1.3.0";
    public const string Tag = "churn@v1.3.0";
    public const string ImageReference = "ghcr.io/acme/churn:1.3.0";

    public static byte[] Image { get; } = Encoding.UTF8.GetBytes("the image's archive");

    private static SortedDictionary<string, byte[]> Committed { get; } = new(StringComparer.Ordinal)
    {
        ["MODEL_CARD.md"] = Encoding.UTF8.GetBytes("# churn"),
        ["bom.cdx.json"] = Encoding.UTF8.GetBytes("{}"),
        ["bundle.zip"] = [1, 2, 3],
        ["evidence/odd.json"] = Encoding.UTF8.GetBytes("{}"),
    };

    private static byte[] Document { get; } = ReleaseJson.Write(new ReleaseDocument
    {
        Model = "churn", Version = "1.3.0", Bundle = Digest.Of("bundle"), Origin = ReleaseDocument.Proposed, Released = DateTimeOffset.UnixEpoch, Tool = "0.1.0", Data = Digest.Of("data"), Spec = Digest.Of("spec"),
        Files = new(Committed.ToDictionary(file => file.Key, file => Digest.Of(file.Value)), StringComparer.Ordinal),
        Image = new ReleaseImage(RegistryDouble.DigestIn(Image), "ghcr.io/acme/churn"),
        Artifacts = new(StringComparer.Ordinal) { ["image.tar"] = new ReleaseArtifact(Digest.Of(Image), Image.Length) },
    });

    /// <summary>The files of the branch.</summary>
    public static PushedFiles Files()
    {
        var files = new PushedFiles { { $"{Folder}/release.json", (byte[]?)Document } };
        foreach (var (path, bytes) in Committed)
            files.Add($"{Folder}/{path}", (byte[]?)bytes);
        return files;
    }

    /// <summary>What the release must have in the end, in hexadecimal digits.</summary>
    public static Dictionary<string, string> Assets()
    {
        var assets = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["image.tar"] = Image, ["release.json"] = Document };
        foreach (var name in new[] { "MODEL_CARD.md", "bom.cdx.json", "bundle.zip" })
            assets[name] = Committed[name];
        assets["evidence.zip"] = EvidenceArchive.Pack(new(StringComparer.Ordinal) { ["odd.json"] = Committed["evidence/odd.json"] });
        assets["SHA256SUMS"] = Encoding.UTF8.GetBytes(string.Concat(assets.Select(asset => $"{Digest.Of(asset.Value).Hex}  {asset.Key}\n")));
        return assets.ToDictionary(asset => asset.Key, asset => Convert.ToHexStringLower(asset.Value));
    }
}
