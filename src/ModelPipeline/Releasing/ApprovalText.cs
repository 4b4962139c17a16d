using System.Globalization;

namespace ModelPipeline.Releasing;

/// <summary>How many approvals are needed, in words.</summary>
internal static class ApprovalText
{
    /// <summary>For example <c>1 approval is needed</c>.</summary>
    public static string Needed(int approvals) => string.Create(CultureInfo.InvariantCulture, $"{approvals} {(approvals == 1 ? "approval is" : "approvals are")} needed");
}
