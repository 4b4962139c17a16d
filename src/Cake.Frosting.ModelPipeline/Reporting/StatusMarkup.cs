using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Colours a status for the console.</summary>
internal static class StatusMarkup
{
    public static string Of(StepReport report) => report.Skipped
        ? "[grey]skipped[/]"
        : $"[{Colour(report.Status)}]{StatusNames.Of(report.Status)}[/]";

    private static string Colour(Status status) => status switch
    {
        Status.Passed => "green",
        Status.Failed or Status.Error => "red",
        _ => "yellow",
    };
}
