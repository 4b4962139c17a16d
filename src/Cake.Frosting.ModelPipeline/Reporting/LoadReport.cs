using System.Globalization;
using ModelPipeline;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>What the console says of a service elsewhere under load.</summary>
internal static class LoadReport
{
    /// <summary>The name in the table of verdicts.</summary>
    public const string Step = "load";

    private const int SubjectWidth = 20;

    /// <summary>What stands in the place of a model's name: the service's host and port.</summary>
    public static string Subject(Uri address) => ConsoleText.Of(address.Authority, SubjectWidth);

    /// <summary>The verdict.</summary>
    public static StepReport Of(StepOutcome outcome, Uri address)
    {
        var status = StepEvidence.Worst(outcome.Checks);
        var reason = status == Status.Passed ? outcome.Summary : string.Join("; ", outcome.Checks.Where(check => check.Status == status).Select(check => check.Reason));
        return new StepReport(Subject(address), Step, status, reason) { IsUndecided = status == Status.Error && outcome.IsUndecided };
    }

    /// <summary>The figures.</summary>
    public static IReadOnlyList<string> Details(StepOutcome outcome, string folder) =>
    [
        $"bundle     {outcome.Facts.GetValueOrDefault("bundle", "unknown")}",
        $"latency    p50 {Number(outcome, "latency_ms.p50")}, p90 {Number(outcome, "latency_ms.p90")}, p99 {Number(outcome, "latency_ms.p99")}, p99.9 {Number(outcome, "latency_ms.p999")}, max {Number(outcome, "latency_ms.max")} ms",
        $"requests   {Number(outcome, "requests")}: {Number(outcome, "rate.sent")}/s sent, {Number(outcome, "rate.answered")}/s answered; capacity about {Number(outcome, "capacity")}/s",
        .. outcome.Checks.Select(check => $"{check.Name,-11}{StatusNames.Of(check.Status)}: {check.Reason}"),
        $"written to {QuotedText.Escape(folder, 1000)}",
    ];

    private static string Number(StepOutcome outcome, string name) => outcome.Measures.TryGetValue(name, out var measure) ? measure.Value.ToString("0.##", CultureInfo.InvariantCulture) : "unknown";
}
