using System.Text;

namespace ModelPipeline.Releasing.Approvals.Owners;

/// <summary>A CODEOWNERS file as GitHub defines it: a pattern and its owners a line; the last line that matches a path says who owns it.</summary>
/// <param name="rules">Its lines.</param>
internal sealed class CodeOwnersFile(IReadOnlyList<CodeOwnersRule> rules)
{
    /// <summary>Larger files are not read by GitHub either.</summary>
    public const int MostBytes = 3_000_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every owner that it names, in the file's order, each once.</summary>
    public IEnumerable<string> Owners => rules.SelectMany(rule => rule.Owners).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="InvalidDataException">It is too large, no UTF-8, or a line is invalid.</exception>
    public static CodeOwnersFile Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
            throw new InvalidDataException($"it is larger than {MostBytes / 1_000_000} MB");
        var rules = new List<CodeOwnersRule>();
        var number = 0;
        foreach (var line in Decode(bytes).Split('\n'))
        {
            number++;
            if (CodeOwnersLine.Read(line.TrimEnd('\r'), number) is { } rule)
                rules.Add(rule);
        }

        return new CodeOwnersFile(rules);
    }

    /// <summary>The owners of a path; none where no line matches or the last one that does names nobody.</summary>
    /// <param name="path">Relative to the repository's root, with slashes.</param>
    public IReadOnlyList<string> OwnersOf(string path)
    {
        var names = path.Split('/');
        return rules.LastOrDefault(rule => rule.Pattern.Matches(names))?.Owners ?? [];
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new InvalidDataException("it is not UTF-8", fault);
        }
    }
}
