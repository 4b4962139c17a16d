using System.Globalization;
using System.Text;
using ModelPipeline.Releasing.Approvals;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>A history for people to read.</summary>
internal static class HistoryText
{
    public static string Of(History history, IReadOnlyList<Finding> findings, ApprovalJudgement judgement)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {history.Seed}: the oracle says {Oracle.Decide(findings)}, the rules say {judgement.Decision}");
        text.AppendLine(CultureInfo.InvariantCulture, $"policy: {history.Policy.Approvals} approvals, owners {history.Policy.CodeOwners}, bots [{string.Join(", ", history.Policy.Bots)}], checks [{string.Join(", ", history.Policy.Checks)}], neutral [{string.Join(", ", history.Policy.AllowNeutral)}], ghost shown {history.ShowsGhost}");
        foreach (var line in history.Owners?.Lines ?? [])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"owners: {line.Text}");
        }

        foreach (var happened in history.Events)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {happened.At:HH:mm:ss} {Describe(happened)}");
        }

        foreach (var finding in findings)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"oracle: {finding.Decision}: {finding.Why}");
        }

        foreach (var check in judgement.Checks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"rules: {check.Name} {check.Status}: {check.Reason}");
        }

        foreach (var reviewer in judgement.Reviewers)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"rules: {reviewer.Login} ({reviewer.Id}) {reviewer.Opinion}, counts {reviewer.Counts}: {reviewer.Why}");
        }

        return text.ToString();
    }

    private static string Describe(HistoryEvent happened) => happened switch
    {
        HistoryEvent.Pushed { Push: var push } => $"{Name(push.By)} pushed {push.Kind}, time kept {push.TimeIsKept}, pusher kept {push.PusherIsKept}: {string.Join("; ", push.Commits.Select(Describe))}; files {string.Join(", ", push.Files.Select(file => file.PreviousPath is null ? file.Path : $"{file.PreviousPath} -> {file.Path}"))}",
        HistoryEvent.Changed changed => $"the release branch changed: {Describe(changed.Commit)}",
        HistoryEvent.Reviewed review => $"{Name(review.By)} reviewed {review.Saw}: {review.Spelled} (number {review.Id})",
        HistoryEvent.Proposed proposed => $"{Name(proposed.By)} proposed, number known {proposed.NumberIsKnown}",
        HistoryEvent.Opened opened => $"{Name(opened.By)} opened",
        HistoryEvent.Checked check => $"check {check.Result.Name} of {check.Result.Source}, status {check.Result.IsStatus}, on {check.Commit}: {check.Result.State} (number {check.Result.Id})",
        _ => happened.ToString(),
    };

    private static string Describe(TrueCommit commit) =>
        string.Create(CultureInfo.InvariantCulture, $"{commit.Hash} by {Name(commit.Author)}, committed by {Name(commit.Committer)}, dated {commit.Dated:HH:mm:ss}");

    private static string Name(long? account) => account is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Cast.LoginOf(known)} ({known})") : "nobody";
}
