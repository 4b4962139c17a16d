using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Runs;

/// <summary>The folder of everything that runs write about one model, or one challenger.</summary>
/// <param name="folder">The folder: <c>&lt;workspace&gt;/&lt;model&gt;</c>, of a challenger <c>&lt;workspace&gt;/&lt;model&gt;/challengers/&lt;challenger&gt;</c>.</param>
/// <param name="root">The workspace.</param>
public sealed class ModelWorkspace(string folder, string root)
{
    internal const string ModelCardName = "MODEL_CARD.md";

    /// <summary>The folder of a spec in a workspace.</summary>
    internal static ModelWorkspace Of(ModelSpec spec, string workspace) => new(
        spec.Challenger is { } challenger ? Path.Combine(workspace, spec.Name, ChallengerFiles.Folder, challenger.Name) : Path.Combine(workspace, spec.Name), workspace);

    /// <summary>The folder itself.</summary>
    public string Folder => folder;

    /// <summary>The candidate bundle's folder.</summary>
    public string Bundle => Path.Combine(folder, "bundle");

    /// <summary>The folder that the baseline's bundle is unpacked to.</summary>
    public string Baseline => Path.Combine(folder, "baseline");

    /// <summary>Who trained the candidate, when, on which commit; outside the bundle's digest.</summary>
    public string Provenance => Path.Combine(folder, "provenance.json");

    /// <summary>The folder of everything that is made for people: the card, tables and figures.</summary>
    public string Reports => Path.Combine(folder, "reports");

    /// <summary>The image's archive.</summary>
    public string Image => Path.Combine(folder, "image", "image.tar");

    /// <summary>The Dockerfile of the same image.</summary>
    public string Dockerfile => Path.Combine(folder, "image", "Dockerfile");

    /// <summary>The blobs of images by content, shared by the models of a workspace.</summary>
    public string ImageCache => Path.Combine(root, ".cache", "images");

    /// <summary>The model card.</summary>
    public string ModelCard => Path.Combine(Reports, ModelCardName);

    /// <summary>The steps' evidence.</summary>
    public EvidenceStore Evidence { get; } = new(Path.Combine(folder, "evidence"));
}
