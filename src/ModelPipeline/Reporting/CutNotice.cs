namespace ModelPipeline.Reporting;

/// <summary>Says at the end of a text that was cut where the whole is.</summary>
internal static class CutNotice
{
    /// <summary>The notice.</summary>
    /// <param name="runPage">The page of the run, a URL; <see langword="null"/> where there is none.</param>
    public static string Of(string? runPage) => runPage is null
        ? "**This is not all: it was too long. The whole is in `reports/report.md` in the run's workspace.**"
        : $"**This is not all: it was too long. The whole is in `reports/report.md` in the run's workspace, an artifact of [the run]({runPage}).**";
}
