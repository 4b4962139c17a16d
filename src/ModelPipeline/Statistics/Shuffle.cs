namespace ModelPipeline.Statistics;

/// <summary>Random orders and choices of rows.</summary>
internal static class Shuffle
{
    /// <summary>The numbers below a bound in random order. Source: R. A. Fisher, F. Yates, Statistical Tables, 1938.</summary>
    public static int[] Order(int count, SeededRandom random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var last = count - 1; last > 0; last--)
        {
            var other = random.NextBelow(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    /// <summary>A random share of the numbers below a bound, ascending.</summary>
    public static int[] Share(int count, double share, SeededRandom random)
    {
        var chosen = Order(count, random)[..(int)Math.Round(count * share)];
        Array.Sort(chosen);
        return chosen;
    }
}
