using ModelPipeline.Evidence;
using ModelPipeline.Packaging;
using ModelPipeline.Registry;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>What a run proposes: the folder to be committed and the files to be stored beside it. It depends on the workspace alone, on no clock.</summary>
/// <param name="Folder">The release's folder.</param>
/// <param name="Stored">The files that are stored.</param>
internal sealed record ReleaseProposal(ReleaseFolder Folder, IReadOnlyList<StoredFile> Stored)
{
    private const string CommitFact = "provenance.commit";

    /// <summary>Builds it from the judged workspace.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="plan">The version.</param>
    /// <param name="candidate">The bundle's digest.</param>
    /// <param name="proposers">Who triggered it.</param>
    /// <exception cref="InputException">The evidence does not say what the image is.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ReleaseProposal Of(ModelRun run, VersionPlan plan, Digest candidate, IReadOnlyList<ReleaseProposer> proposers)
    {
        var archive = BundleArchive.Pack(run.Workspace.Bundle);
        var isCommitted = archive.Length <= BundleArchive.MostCommittedBytes;
        StoredFile[] stored =
        [
            .. isCommitted ? Array.Empty<StoredFile>() : [StoredFile.Of(BundleArchive.FileName, archive)],
            StoredFile.OfFile(ReleaseImage.ArchiveName, run.Workspace.Image),
        ];
        var document = ReleaseFolder.Describe(run, plan.Version, candidate, ReleaseDocument.Proposed, Read(run, StepNames.ModelCard).Started) with
        {
            Champion = run.Champion,
            Bump = plan.Bump is { } bump ? VersionPlan.NameOf(bump) : null,
            Changes = plan.Changes,
            Commit = CommitOf(Read(run, StepNames.Train)),
            Proposers = proposers.Count == 0 ? null : proposers,
            Image = new ReleaseImage(ImageOf(Read(run, StepNames.Package)), run.Spec.Package.Image),
            Artifacts = new(stored.ToDictionary(file => file.Name, file => file.Artifact), StringComparer.Ordinal),
        };
        return new ReleaseProposal(ReleaseFolder.Build(run, document, isCommitted ? archive : null), stored);
    }

    /// <summary>Whether another release of this version is the same: of the same bundle, made of the same inputs, compared with the same champion, with the same image.</summary>
    /// <remarks>Measured times, and so evidence and card, may differ between two runs of the same; who proposed it first stays its proposer.</remarks>
    public bool IsSameAs(ReleaseDocument other)
    {
        var own = Folder.Document;
        return (own.Model, own.Version, own.Origin, own.Tool, own.Champion, own.Image) == (other.Model, other.Version, other.Origin, other.Tool, other.Champion, other.Image)
            && (own.Bundle, own.Data, own.Spec) == (other.Bundle, other.Data, other.Spec)
            && own.Artifacts!.SequenceEqual(other.Artifacts ?? []);
    }

    private static StepEvidence Read(ModelRun run, string step) => run.Workspace.Evidence.Read(step)!;

    private static string? CommitOf(StepEvidence train) => train.Facts.GetValueOrDefault(CommitFact) is { } commit && commit != "unknown" ? commit : null;

    private static Digest ImageOf(StepEvidence package) => Digest.TryParse(package.Facts.GetValueOrDefault(PackageStep.ImageFact), out var digest)
        ? digest
        : throw new InputException("The evidence of package does not say the image's digest: run the target Verify.");
}
