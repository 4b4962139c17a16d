namespace ModelPipeline;

/// <summary>Finds the name that somebody who mistyped one probably meant.</summary>
public static class NearestName
{
    private const int LongestName = 64;
    private const int MostNamesListed = 20;

    /// <summary>The known name nearest to the given one, or <see langword="null"/> where every one differs in more than a third of its characters (and more than one of them).</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">The names that exist. Of equally near ones the first in ordinal order is taken.</param>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestName)
            return null;

        var farthest = Math.Min(Math.Max(1, (name.Length + 1) / 3), name.Length - 1);
        return known
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= farthest)
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= farthest)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>
    /// Says that a name is unknown and what to write instead, for example <c>unknown key 'treshold': did you mean 'threshold'?</c>
    /// Where no known name is near, the known ones are listed.
    /// </summary>
    /// <param name="kind">What the name is of, for example <c>key</c>.</param>
    /// <param name="name">What was written; shown escaped and shortened.</param>
    /// <param name="known">The names that exist.</param>
    public static string Unknown(string kind, string name, IReadOnlyCollection<string> known)
    {
        var nearest = Of(name, known);
        var hint = nearest is null ? $"; known: {List(known)}" : $": did you mean {QuotedText.Of(nearest)}?";
        return $"unknown {kind} {QuotedText.Of(name)}{hint}";
    }

    /// <summary>
    /// How many characters must be inserted, deleted, replaced or swapped with their neighbour to turn one text into the other
    /// (optimal string alignment distance).
    /// </summary>
    /// <param name="first">A text.</param>
    /// <param name="second">Another.</param>
    internal static int Distance(string first, string second)
    {
        var beforeLast = new int[second.Length + 1];
        var last = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var current = new int[second.Length + 1];
            current[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var replaced = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, current);
        }

        return last[second.Length];
    }

    private static string List(IReadOnlyCollection<string> known) => known.Count switch
    {
        0 => "none",
        <= MostNamesListed => string.Join(", ", known.Select(name => QuotedText.Escape(name))),
        _ => string.Join(", ", known.Take(MostNamesListed).Select(name => QuotedText.Escape(name))) + ", …",
    };
}
