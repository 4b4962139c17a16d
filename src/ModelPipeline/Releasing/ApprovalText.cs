using System.Globalization;

namespace ModelPipeline.Releasing;

/// <summary>How many approvals are needed, in words.</summary>
internal static class ApprovalText
{
    /// <summary>For example <c>1 approval</c>.</summary>
    public static string Of(int approvals) => string.Create(CultureInfo.InvariantCulture, $"{approvals} {(approvals == 1 ? "approval" : "approvals")}");

    /// <summary>For example <c>1 approval is needed</c>.</summary>
    public static string Needed(int approvals) => $"{Of(approvals)} {(approvals == 1 ? "is" : "are")} needed";
}
