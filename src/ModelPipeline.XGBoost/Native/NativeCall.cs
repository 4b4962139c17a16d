using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ModelPipeline.XGBoost.Native;

/// <summary>Turns what a call into the library returns into an exception.</summary>
internal static partial class NativeCall
{
    private const int LongestMessage = 400;

    /// <summary>Checks a call's result on the thread that made it.</summary>
    /// <exception cref="XGBoostException">The call failed.</exception>
    public static unsafe void Check(int result)
    {
        if (result != 0)
            throw new XGBoostException(Sentence(Marshal.PtrToStringUTF8((nint)NativeMethods.XGBGetLastError()) ?? ""));
    }

    /// <summary>What the library says, without its clock, its source file and its stack, on one line.</summary>
    internal static string Sentence(string message)
    {
        var end = message.IndexOf("Stack trace", StringComparison.Ordinal);
        var text = Place().Replace((end < 0 ? message : message[..end]).Trim(), "");
        return QuotedText.Escape(Spaces().Replace(text, " "), LongestMessage).TrimEnd('.', ' ');
    }

    [GeneratedRegex(@"^\[\d+:\d+:\d+\]\s+\S+:\d+:\s+")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
