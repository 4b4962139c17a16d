using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Reporting;

/// <summary>A check that did not pass, and where the spec says what it is about.</summary>
/// <param name="Step">The step that judged it.</param>
/// <param name="Check">The check.</param>
/// <param name="File">The <c>model.yaml</c>, or the challenger's file, in version control, with slashes; <see langword="null"/> where it is not known.</param>
/// <param name="Line">The line in it, from 1.</param>
public sealed record FailingCheck(string Step, Check Check, string? File, int Line)
{
    /// <summary>What stands for a step where faults of a spec are shown.</summary>
    internal const string Spec = "spec";

    /// <summary>A fault of a spec.</summary>
    internal static FailingCheck Of(SpecFault fault, string? file) => new(
        Spec,
        new Check { Name = string.Create(CultureInfo.InvariantCulture, $"line {fault.Line}:{fault.Column}"), Status = Status.Failed, Reason = fault.Message },
        file,
        fault.Line);
}
