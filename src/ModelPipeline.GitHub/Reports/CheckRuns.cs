using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Reports;

/// <summary>Check runs of our own.</summary>
/// <param name="repository">The repository.</param>
/// <param name="owner">Whose the token is.</param>
internal sealed class CheckRuns(HostedRepository repository, TokenOwner owner)
{
    /// <summary>How many annotations GitHub takes at once.</summary>
    private const int BatchSize = 50;

    /// <inheritdoc cref="IPullRequestReports.CheckAsync"/>
    public async Task<ReportOutcome> WriteAsync(CheckReport report, CancellationToken cancellation)
    {
        var present = await FindAsync(report, cancellation);
        if (present is not null && CheckRunBody.Says(present, report))
            return ReportOutcome.Unchanged;
        var batches = report.Annotations.Chunk(BatchSize).DefaultIfEmpty([]).ToList();
        // GitHub only ever adds annotations: where there are some already, a new run takes the old one's place.
        var reply = present is { Output.AnnotationsCount: 0 }
            ? await UpdateAsync(present.Id, report, batches[0], batches.Count == 1, cancellation)
            : await repository.ChangeAsync(HttpMethod.Post, repository.At("check-runs"), CheckRunBody.Of(report, batches[0], batches.Count == 1, isNew: true), [403], cancellation);
        if (reply.Status == 403)
            return ReportOutcome.NotAllowed;
        var id = reply.Read(GitHubJson.Default.CheckRunDocument).Id;
        for (var batch = 1; batch < batches.Count; batch++)
            await UpdateAsync(id, report, batches[batch], batch == batches.Count - 1, cancellation);
        return ReportOutcome.Written;
    }

    private Task<GitHubReply> UpdateAsync(long id, CheckReport report, IReadOnlyList<CheckAnnotation> batch, bool isLast, CancellationToken cancellation) =>
        repository.ChangeAsync(
            HttpMethod.Patch, repository.At(FormattableString.Invariant($"check-runs/{id}")), CheckRunBody.Of(report, batch, isLast, isNew: false), [403], cancellation);

    private async Task<CheckRunDocument?> FindAsync(CheckReport report, CancellationToken cancellation)
    {
        var path = repository.At($"commits/{UrlPath.Segment(report.Commit)}/check-runs?filter=all&check_name={UrlPath.Segment(report.Name)}");
        var runs = await repository.ListAsync(path, GitHubJson.Default.CheckRunList, page => page.CheckRuns, page => page.TotalCount, cancellation);
        foreach (var run in runs.Where(run => run.Name == report.Name).OrderByDescending(run => run.Id))
        {
            if (await owner.IsOwnAsync(run.App, cancellation))
                return run;
        }

        return null;
    }
}
