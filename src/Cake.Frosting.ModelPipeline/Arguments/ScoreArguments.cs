using Cake.Frosting.ModelPipeline.Tasks;
using ModelPipeline;
using ModelPipeline.BatchScoring;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>The arguments of the target Score.</summary>
internal static class ScoreArguments
{
    private const string AllColumns = "all";
    private const string KeyColumns = "key";

    /// <summary>Every fault of the arguments' values, and every argument that is missing.</summary>
    /// <param name="value">The value of an argument; <see langword="null"/> where it is not given.</param>
    public static IEnumerable<string> Faults(Func<string, string?> value)
    {
        foreach (var name in new[] { PipelineArguments.Data, PipelineArguments.Output })
        {
            if (value(name) is null)
                yield return $"'--{name}' is missing: the target {ScoreTask.Name} needs --{name}=FILE";
        }

        if (value(PipelineArguments.Columns) is { } columns && columns is not (AllColumns or KeyColumns) && !string.IsNullOrWhiteSpace(columns))
            yield return $"'--{PipelineArguments.Columns}' takes {KeyColumns} or {AllColumns}, not '{QuotedText.Escape(columns)}'";
        if (value(PipelineArguments.Columns) == AllColumns && value(PipelineArguments.Key) is not null)
            yield return $"'--{PipelineArguments.Key}' says nothing beside --{PipelineArguments.Columns}={AllColumns}: leave one of them out";
        if (value(PipelineArguments.Candidate) is not null && value(PipelineArguments.Baseline) is not null)
            yield return $"'--{PipelineArguments.Candidate}' and '--{PipelineArguments.Baseline}' each name a bundle to score with: leave one of them out";
    }

    /// <summary>The one model that is selected.</summary>
    /// <exception cref="InputException">There are several, or an argument or the spec is at fault.</exception>
    public static ModelRun Run(PipelineContext context)
    {
        var faults = Faults(context.Argument).ToList();
        if (faults.Count > 0)
            throw context.Refuse(new InputException(string.Join('\n', faults)));
        return context.Runs.Single();
    }

    /// <summary>The options that the arguments stand for.</summary>
    public static BatchScoringOptions Options(PipelineContext context, ModelSpec spec) => new()
    {
        Input = context.Argument(PipelineArguments.Data)!,
        Output = context.Argument(PipelineArguments.Output)!,
        Key = context.Argument(PipelineArguments.Key)?.Split(',', StringSplitOptions.TrimEntries) ?? spec.Data.Key,
        AllColumns = context.Argument(PipelineArguments.Columns) == AllColumns,
        Contributions = context.Arguments.HasArgument(PipelineArguments.Contributions),
        Threads = System.Environment.ProcessorCount + 1,
    };

    /// <summary>The bundle as people call it.</summary>
    public static string NameOf(ModelRun run, ModelBundle bundle) => run.Options.Candidate is null && run.Baseline is { } release
        ? $"{run.Spec.Name} {release.Version} ({bundle.Digest.Short})"
        : $"{run.Spec.Name} ({bundle.Digest.Short})";
}
