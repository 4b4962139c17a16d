using System.Globalization;

namespace ModelPipeline.Data.Reading;

/// <summary>What a header must be.</summary>
internal static class HeaderRules
{
    private const string OtherDelimiters = ";\t|";

    /// <summary>Reports what is wrong with column names; true where nothing is.</summary>
    public static bool Check(string[] header, string location, FaultList faults)
    {
        var faulty = false;
        foreach (var fault in Faults(header))
        {
            faults.Add($"{location}: {fault}");
            faulty = true;
        }
        return !faulty;
    }

    /// <summary>The first difference of a header from that of an earlier file.</summary>
    public static string? Difference(string[] header, string[] expected)
    {
        if (header.Length != expected.Length)
            return string.Create(CultureInfo.InvariantCulture, $"{header.Length} columns instead of {expected.Length}");
        var i = header.AsSpan().CommonPrefixLength(expected, StringComparer.Ordinal);
        return i == header.Length
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"column {i + 1} is {Shown.Value(header[i])} instead of {Shown.Value(expected[i])}");
    }

    private static IEnumerable<string> Faults(string[] header)
    {
        if (header is [var only] && only.AsSpan().IndexOfAny(OtherDelimiters) is var at and >= 0)
        {
            yield return $"the header is the single column {Shown.Value(only)}: the delimiter looks like {Shown.Value(only[at].ToString())}, save the file with commas";
            yield break;
        }
        for (var i = 0; i < header.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(header[i]))
                yield return string.Create(CultureInfo.InvariantCulture, $"column {i + 1} has no name");
        }
        var padded = header.Where(name => name.Length != name.Trim().Length && !string.IsNullOrWhiteSpace(name)).ToList();
        if (padded.Count > 0)
            yield return $"{(padded.Count == 1 ? "a column name begins or ends" : "column names begin or end")} with a space: {Shown.Values(padded)}: remove the spaces";
        foreach (var name in header.Where(name => !string.IsNullOrWhiteSpace(name)).CountBy(name => name, StringComparer.Ordinal).Where(count => count.Value > 1))
            yield return string.Create(CultureInfo.InvariantCulture, $"{name.Value} columns are called {Shown.Value(name.Key)}: rename them");
    }
}
