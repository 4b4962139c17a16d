using System.Text.Json.Nodes;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Reports;

/// <summary>A check run as GitHub takes and gives it.</summary>
internal static class CheckRunBody
{
    private const string Waiting = "in_progress";

    /// <summary>What is sent.</summary>
    /// <param name="report">What the run says.</param>
    /// <param name="annotations">The annotations of this request.</param>
    /// <param name="isLast">Whether no more follow: only then the run concludes, so that half of it is no verdict.</param>
    /// <param name="isNew">Whether the run is made by this request.</param>
    public static JsonObject Of(CheckReport report, IReadOnlyList<CheckAnnotation> annotations, bool isLast, bool isNew)
    {
        var body = new JsonObject
        {
            ["name"] = report.Name,
            ["output"] = new JsonObject
            {
                ["title"] = report.Title,
                ["summary"] = report.Summary,
                ["annotations"] = new JsonArray([.. annotations.Select(Of)]),
            },
        };
        if (isNew)
            body["head_sha"] = report.Commit;
        if (isLast && Conclusion(report.Conclusion) is { } conclusion)
            body["conclusion"] = conclusion;
        else
            body["status"] = Waiting;
        return body;
    }

    /// <summary>Whether a run says what a report says.</summary>
    public static bool Says(CheckRunDocument run, CheckReport report) =>
        (Conclusion(report.Conclusion) is { } conclusion ? run.Status == "completed" && run.Conclusion == conclusion : run.Status == Waiting)
        && run.Output.Title == report.Title
        && run.Output.Summary?.ReplaceLineEndings("\n") == report.Summary.ReplaceLineEndings("\n")
        && run.Output.AnnotationsCount == report.Annotations.Count;

    private static JsonNode Of(CheckAnnotation annotation) => new JsonObject
    {
        ["path"] = annotation.Path,
        ["start_line"] = annotation.Line,
        ["end_line"] = annotation.Line,
        ["annotation_level"] = annotation.IsFailure ? "failure" : "warning",
        ["title"] = annotation.Title,
        ["message"] = annotation.Message,
    };

    private static string? Conclusion(CheckConclusion conclusion) => conclusion switch
    {
        CheckConclusion.Pending => null,
        CheckConclusion.Success => "success",
        CheckConclusion.Failure => "failure",
        CheckConclusion.ActionRequired => "action_required",
        CheckConclusion.Neutral => "neutral",
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion), conclusion, null),
    };
}
