using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline.Differential.PredictionFiles;

namespace Cake.Frosting.ModelPipeline.Tasks;

/// <summary>Compares two prediction files row by row; needs no model.</summary>
[TaskName(Name)]
[TaskDescription("Compares two prediction files row by row; needs no model.")]
public sealed class DiffTask : AsyncFrostingTask<PipelineContext>
{
    internal const string Name = "Diff";

    /// <inheritdoc/>
    public override Task RunAsync(PipelineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = DiffArguments.Options(context);
        return context.JudgeAsync(DiffReport.Subject(options), DiffReport.Step, progress =>
        {
            var result = PredictionDiff.Compare(options, progress, context.Cancellation);
            return Task.FromResult((DiffReport.Of(result, options), DiffReport.Details(result, options)));
        });
    }
}
