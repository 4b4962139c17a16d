using ModelPipeline.Runs;

namespace ModelPipeline.Reporting;

/// <summary>Exit codes as words.</summary>
internal static class VerdictNames
{
    /// <summary>The word, for example <c>passed</c>; a code that is not ours is an error.</summary>
    public static string Of(int exitCode) => exitCode switch
    {
        ExitCodes.Passed => "passed",
        ExitCodes.BadInput => "bad-input",
        ExitCodes.GateFailed => "failed",
        ExitCodes.Pending => "pending",
        ExitCodes.Interrupted => "interrupted",
        _ => "error",
    };
}
