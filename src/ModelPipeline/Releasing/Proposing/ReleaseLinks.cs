using ModelPipeline.Cards;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>Links to a release's files at the commit that holds them.</summary>
internal static class ReleaseLinks
{
    private static readonly (string File, string Title)[] Files =
    [
        (ModelWorkspace.ModelCardName, "model card"),
        ("differential.csv", "the rows that changed"),
        ("differential-worst.csv", "the rows that changed most"),
        ("bom.cdx.json", "what the image is made of"),
        (ReleaseDocument.FileName, "release.json with the digest of every file"),
    ];

    /// <summary>The card first, then its tables and the evidence.</summary>
    public static IReadOnlyList<PullRequestLink> Of(IReleaseHost host, ProposedRelease release, string folder)
    {
        string PageOf(string kind, string path) => host.PageOf($"{kind}/{release.Commit}/{string.Join('/', $"{folder}/{path}".Split('/').Select(Uri.EscapeDataString))}");
        return
        [
            .. Files.Where(file => release.Folder.Files.ContainsKey(file.File)).Select(file => new PullRequestLink(file.Title, PageOf("blob", file.File))),
            new PullRequestLink("evidence of every step", PageOf("tree", "evidence")),
        ];
    }
}
