using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline.LoadTesting;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Puts the packaged service, or one at <c>--url</c>, under the load that the spec says it must bear.</summary>
/// <param name="step">The step.</param>
/// <param name="urlTest">Tests a service elsewhere.</param>
[TaskName(Name)]
[TaskDescription("Puts the packaged service, or one at --url, under the load that the spec says it must bear.")]
[IsDependentOn(typeof(PackageTask))]
public sealed class LoadTestTask(LoadTestStep step, UrlLoadTest urlTest) : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "LoadTest";
    private const string KeyVariable = "SCORING_API_KEY";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Argument(PipelineArguments.Url) is { } url ? TestAsync(context, UrlArgument.Of(url)) : context.RunStepAsync(step);
    }

    private Task TestAsync(PipelineContext context, Uri address)
    {
        var run = context.Runs.Single();
        var folder = Path.Combine(context.Workspace, "load");
        return context.JudgeAsync(LoadReport.Subject(address), LoadReport.Step, async progress =>
        {
            var key = context.Environment.GetEnvironmentVariable(KeyVariable);
            var outcome = await urlTest.RunAsync(run, address, string.IsNullOrEmpty(key) ? null : key, folder, progress, context.Cancellation).ConfigureAwait(false);
            return (LoadReport.Of(outcome, address), LoadReport.Details(outcome, Path.GetRelativePath(context.Root, folder)));
        });
    }
}
