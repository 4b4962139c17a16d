using System.Globalization;
using Cake.Frosting.ModelPipeline.Tasks;
using ModelPipeline;
using ModelPipeline.Differential.PredictionFiles;

namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>The arguments of the target Diff.</summary>
internal static class DiffArguments
{
    /// <summary>Every fault of the arguments' values, and every argument that is missing.</summary>
    /// <param name="value">The value of an argument; <see langword="null"/> where it is not given.</param>
    public static IEnumerable<string> Faults(Func<string, string?> value)
    {
        foreach (var (name, form) in new[] { (PipelineArguments.Old, "FILE"), (PipelineArguments.New, "FILE"), (PipelineArguments.Key, "COLUMN[,COLUMN]") })
        {
            if (value(name) is null)
                yield return $"'--{name}' is missing: the target {DiffTask.Name} needs --{name}={form}";
        }

        foreach (var (name, most) in new[] { (PipelineArguments.Tolerance, double.MaxValue), (PipelineArguments.Relative, double.MaxValue), (PipelineArguments.MaxChanged, 1) })
        {
            if (value(name) is { } text && !string.IsNullOrWhiteSpace(text) && !(Number(text) >= 0 && Number(text) <= most))
                yield return $"'--{name}' takes a number from 0 {(most == 1 ? "to 1" : "on")}, not '{QuotedText.Escape(text)}'";
        }
    }

    /// <summary>The options that the arguments stand for.</summary>
    /// <exception cref="InputException">Arguments are missing or faulty; all faults at once.</exception>
    public static PredictionDiffOptions Options(PipelineContext context)
    {
        var faults = Faults(context.Argument).ToList();
        if (faults.Count > 0)
            throw context.Refuse(new InputException(string.Join('\n', faults)));
        var options = new PredictionDiffOptions
        {
            Old = context.Argument(PipelineArguments.Old)!,
            New = context.Argument(PipelineArguments.New)!,
            Key = context.Argument(PipelineArguments.Key)!.Split(',', StringSplitOptions.TrimEntries),
            Output = context.Argument(PipelineArguments.Output) ?? Path.Combine(Path.GetRelativePath(context.Root, context.Workspace), "differential.csv"),
            TemporaryFolder = Path.Combine(context.Workspace, "temp", "diff"),
        };
        return options with
        {
            Tolerance = Number(context.Argument(PipelineArguments.Tolerance)) ?? options.Tolerance,
            Relative = Number(context.Argument(PipelineArguments.Relative)) ?? options.Relative,
            MaxChanged = Number(context.Argument(PipelineArguments.MaxChanged)) ?? options.MaxChanged,
        };
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
