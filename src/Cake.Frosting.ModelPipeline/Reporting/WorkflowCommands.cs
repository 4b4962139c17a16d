using System.Globalization;
using ModelPipeline;
using ModelPipeline.Evidence;
using ModelPipeline.Reporting;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Tells a runner of GitHub Actions what did not pass, by lines on the console that it makes annotations of.</summary>
internal static class WorkflowCommands
{
    /// <summary>A runner shows no more of one step.</summary>
    private const int Most = 10;

    private const int LongestMessage = 2000;

    /// <summary>The commands, the worst checks first.</summary>
    public static IEnumerable<string> Of(RunReport report) =>
        report.Models.SelectMany(model => model.Failing.Select(failing => (model.Name, Failing: failing)))
            .OrderByDescending(found => found.Failing.Check.Required)
            .ThenByDescending(found => found.Failing.Check.Status)
            .Take(Most)
            .Select(found => Of(found.Name, found.Failing));

    /// <summary>One command.</summary>
    public static string Of(string model, FailingCheck failing)
    {
        var check = failing.Check;
        var kind = check switch
        {
            { Status: Status.Pending } => "notice",
            { Required: false } => "warning",
            _ => "error",
        };
        var place = failing.File is null ? "" : string.Create(CultureInfo.InvariantCulture, $"file={Property(failing.File)},line={failing.Line},");
        var message = check.Hint is { } hint ? $"{check.Reason}; hint: {hint}" : check.Reason;
        return $"::{kind} {place}title={Property($"{model} {failing.Step}: {check.Name}")}::{Data(QuotedText.Escape(message, LongestMessage))}";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(QuotedText.Escape(text, 200))
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
