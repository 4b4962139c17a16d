using System.Globalization;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>The one thing to do next.</summary>
internal abstract record NextAction
{
    private NextAction()
    {
    }

    /// <summary>A few words on what is done; equal where nothing went on.</summary>
    /// <param name="plan">The plan.</param>
    public string Text(ReleasePlan plan) => this switch
    {
        Merge => $"merging pull request #{plan.PullRequest}",
        CreateTag => $"tagging {plan.Tag}",
        CreateDraft => $"making the draft of {plan.Tag}",
        UpdateDraft => $"writing the notes of {plan.Tag}",
        DeleteDuplicateDraft duplicate => string.Create(CultureInfo.InvariantCulture, $"removing the superfluous draft {duplicate.Id}"),
        UploadAsset upload => $"uploading {upload.Asset.Name}",
        DeleteAsset delete => $"removing the present {QuotedText.Escape(delete.Name)}",
        PushImage => $"pushing {plan.Image.Reference}",
        Publish => $"publishing {plan.Tag}",
        DeleteArtifacts artifacts => string.Create(CultureInfo.InvariantCulture, $"removing the artifacts' draft {artifacts.Id}"),
        Wait wait => wait.Reason,
        Stop stop => stop.Reason,
        _ => "done",
    };

    /// <summary>The check that fails where this comes to nothing.</summary>
    public string Part => this switch
    {
        Merge => PublishingChecks.Merged,
        CreateTag => PublishingChecks.Tag,
        CreateDraft or UploadAsset or DeleteAsset or Wait => PublishingChecks.Assets,
        PushImage => PublishingChecks.Image,
        Stop stop => stop.Check,
        _ => PublishingChecks.Published,
    };

    /// <summary>Merge the pull request at the judged head.</summary>
    public sealed record Merge : NextAction;

    /// <summary>Make the tag at the merge commit.</summary>
    public sealed record CreateTag : NextAction;

    /// <summary>Make the draft.</summary>
    public sealed record CreateDraft : NextAction;

    /// <summary>Give the draft the plan's commit, title and notes.</summary>
    public sealed record UpdateDraft(long Id) : NextAction;

    /// <summary>Remove a draft that somebody of us made at the same time.</summary>
    public sealed record DeleteDuplicateDraft(long Id) : NextAction;

    /// <summary>Upload an asset to the draft.</summary>
    public sealed record UploadAsset(ReleasePage Page, PlannedAsset Asset) : NextAction;

    /// <summary>Remove an asset of the draft that is unfinished, different or not planned.</summary>
    public sealed record DeleteAsset(long Id, string Name) : NextAction;

    /// <summary>Push the image.</summary>
    public sealed record PushImage : NextAction;

    /// <summary>Make the draft public.</summary>
    public sealed record Publish(long Id) : NextAction;

    /// <summary>Remove a draft with the artifacts of proposals: the release has all that was approved.</summary>
    public sealed record DeleteArtifacts(long Id) : NextAction;

    /// <summary>Wait for another releaser that is at it.</summary>
    public sealed record Wait(string Reason) : NextAction;

    /// <summary>Nothing is left to do.</summary>
    public sealed record Done : NextAction;

    /// <summary>Stop: what is there contradicts the plan, and nothing of it may be changed.</summary>
    /// <param name="Check">The check that fails.</param>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record Stop(string Check, string Reason) : NextAction;
}
