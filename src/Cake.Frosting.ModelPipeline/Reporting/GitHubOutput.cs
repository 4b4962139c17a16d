using System.Security.Cryptography;
using System.Text;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Sets outputs of a step of GitHub Actions.</summary>
internal static class GitHubOutput
{
    /// <summary>Appends outputs to the file that the runner reads.</summary>
    /// <param name="file">The file.</param>
    /// <param name="outputs">Names and values, whatever the values hold.</param>
    public static void Append(string file, IEnumerable<KeyValuePair<string, string>> outputs) => File.AppendAllText(file, Format(outputs, RandomDelimiter));

    /// <summary>The lines: each value between two delimiters that do not occur in it, so that no value can end early and set another output.</summary>
    /// <param name="outputs">Names and values.</param>
    /// <param name="delimiter">Gives another word each time.</param>
    public static string Format(IEnumerable<KeyValuePair<string, string>> outputs, Func<string> delimiter)
    {
        var lines = new StringBuilder();
        foreach (var (name, value) in outputs)
        {
            var end = delimiter();
            while (value.Contains(end, StringComparison.Ordinal))
                end = delimiter();
            lines.Append(name).Append("<<").Append(end).Append('\n').Append(value).Append('\n').Append(end).Append('\n');
        }

        return lines.ToString();
    }

    private static string RandomDelimiter() => $"END_{RandomNumberGenerator.GetHexString(32)}";
}
