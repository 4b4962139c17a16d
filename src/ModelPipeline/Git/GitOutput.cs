using System.Text;

namespace ModelPipeline.Git;

/// <summary>What a call of git gave.</summary>
/// <param name="ExitCode">0 where it did what was asked.</param>
/// <param name="Bytes">What it printed.</param>
/// <param name="Errors">The last lines of its standard error, without credentials.</param>
internal sealed record GitOutput(int ExitCode, byte[] Bytes, string Errors)
{
    /// <summary>What it printed as text, without the line end at its end.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes).TrimEnd('\r', '\n');

    /// <summary>What it printed, line by line.</summary>
    public IEnumerable<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r'));
}
