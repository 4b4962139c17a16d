using ModelPipeline;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Makes text fit for a line of the console.</summary>
internal static class ConsoleText
{
    /// <summary>
    /// The text without control characters, cut after some characters. Two colons are parted: a runner takes a line that begins with them, be it
    /// after spaces or because a table wrapped it there, for a command.
    /// </summary>
    public static string Of(string text, int longest = 2000) =>
        QuotedText.Escape(text, longest).Replace("::", ": :", StringComparison.Ordinal).Replace("##[", "# #[", StringComparison.Ordinal);
}
