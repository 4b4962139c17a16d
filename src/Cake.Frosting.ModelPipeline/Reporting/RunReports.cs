using Cake.Frosting.ModelPipeline.Hosting;
using ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Reporting;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Writes what a run tells when it ends: files, the job summary, outputs, annotations, the pull request. What is in its way is told and changes no verdict.</summary>
/// <param name="session">The run.</param>
/// <param name="renderer">Renders the templates.</param>
/// <param name="environment">What GitHub Actions tells.</param>
internal sealed class RunReports(PipelineSession session, IDocumentRenderer renderer, RunnerEnvironment environment)
{
    private const string ReportName = "report.md";
    private const string JUnitName = "junit.xml";

    /// <summary>Writes all of it.</summary>
    /// <param name="exitCode">What the process exits with.</param>
    /// <param name="request">The pull request of the run's event.</param>
    public async Task WriteAsync(int exitCode, EventPayload request)
    {
        try
        {
            await WritePartsAsync(exitCode, request).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Say($"Not everything was reported: {Words(fault)}");
        }
    }

    private async Task WritePartsAsync(int exitCode, EventPayload request)
    {
        var report = RunReport.Of(session.Runs, session.Reports, session.SpecFaults, exitCode, session.Workspace);
        if (request.Remark is { } remark && environment.IsActions)
            Say(remark);
        if (report.Models.Count == 0)
            return;
        IReleaseHost? host = null;
        Try("pull request's report", () => host = session.Host);
        var runPage = environment.RunId is { } id ? host?.PageOf($"actions/runs/{id}") : null;
        string? text = null;
        Try("report", () => text = PullRequestComment.Render(renderer, CommentDocument.Of(report, request.Head, runPage)));
        var reportFile = text is null ? null : Leave(ReportName, path => AtomicFile.WriteText(path, text));
        var junitFile = Leave(JUnitName, path => AtomicFile.Write(path, JUnitReport.Write(report)));
        if (environment.SummaryFile is { } summary)
            Try("job summary", () => JobSummary.Append(summary, renderer, report));
        if (environment.OutputFile is { } output)
            Try("step's outputs", () => GitHubOutput.Append(output, RunOutputs.Of(report, reportFile, junitFile, request.PullRequest)));
        if (environment.IsActions)
            foreach (var command in WorkflowCommands.Of(report))
                session.Console.Profile.Out.Writer.WriteLine(command);
        if (host is not null && text is not null && exitCode != ExitCodes.Interrupted)
            await TellAsync(host, report, request, text, runPage).ConfigureAwait(false);
    }

    private async Task TellAsync(IReleaseHost host, RunReport report, EventPayload request, string text, string? runPage)
    {
        var marker = PullRequestComment.Marker(session.Selected);
        try
        {
            var remarks = await new PullRequestReport(host, new CheckReports(renderer, runPage))
                .WriteAsync(report, request, marker, PullRequestComment.Body(marker, text, runPage), session.Cancellation).ConfigureAwait(false);
            foreach (var remark in remarks)
                Say(remark);
        }
        catch (Exception fault)
        {
            Say($"The pull request was not told everything: {Words(fault)}");
        }
    }

    /// <summary>Writes a file of the whole run.</summary>
    /// <returns>Its path; <see langword="null"/> where it was not written.</returns>
    private string? Leave(string name, Action<string> write)
    {
        if (session.Folder is not { } folder)
            return null;
        var path = Path.Combine(folder, "reports", name);
        return Try(name, () => write(path)) ? path : null;
    }

    private bool Try(string what, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception fault)
        {
            Say($"The {what} was not written: {Words(fault)}");
            return false;
        }
    }

    /// <summary>The fault's message; where it is none that is written for people, its kind too.</summary>
    private static string Words(Exception fault) =>
        fault is InputException or RemoteException or IOException or UnauthorizedAccessException or OperationCanceledException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}";

    private void Say(string text) => session.Console.Profile.Out.Writer.WriteLine(ConsoleText.Of(text));
}
