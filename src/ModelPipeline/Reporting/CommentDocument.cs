using ModelPipeline.Runs;

namespace ModelPipeline.Reporting;

/// <summary>What the template <c>comment</c> reads: a run, as a pull request is told. Texts are as the evidence has them: the template escapes them.</summary>
public sealed record CommentDocument
{
    /// <summary>How many models passed, in words.</summary>
    public required string Headline { get; init; }

    /// <summary>Whether all of them did.</summary>
    public required bool Passed { get; init; }

    /// <summary>The commit that was judged; <see langword="null"/> where it is not known.</summary>
    public required string? Commit { get; init; }

    /// <summary>The page of the run, a URL; <see langword="null"/> where there is none.</summary>
    public required string? RunPage { get; init; }

    /// <summary>The models, those that did not pass first.</summary>
    public required IReadOnlyList<CommentModel> Models { get; init; }

    /// <summary>Everything that did not pass, in the models' order.</summary>
    public required IReadOnlyList<FailingRow> Failing { get; init; }

    /// <summary>Makes the document of a run.</summary>
    /// <param name="report">What the run found.</param>
    /// <param name="commit">The commit that was judged; <see langword="null"/> where it is not known.</param>
    /// <param name="runPage">The page of the run; <see langword="null"/> where there is none.</param>
    public static CommentDocument Of(RunReport report, string? commit, string? runPage)
    {
        ArgumentNullException.ThrowIfNull(report);
        var models = report.Models.OrderBy(model => model.ExitCode == ExitCodes.Passed).ToList();
        return new CommentDocument
        {
            Headline = report.Headline,
            Passed = report.ExitCode == ExitCodes.Passed,
            Commit = commit,
            RunPage = runPage,
            Models = [.. models.Select(CommentModel.Of)],
            Failing = [.. models.SelectMany(FailingRow.Of)],
        };
    }
}
