using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.LoadTesting.Sending;

/// <summary>When requests are due, whatever becomes of those before them.</summary>
internal static class ArrivalSchedule
{
    /// <summary>The times from the start at which requests are due, in order. Equal arguments give equal times.</summary>
    /// <param name="arrivals">How they are spread.</param>
    /// <param name="rate">How many there are a second, on average; above 0.</param>
    /// <param name="length">Until when, exclusive.</param>
    /// <param name="seed">The seed of random ones.</param>
    public static IReadOnlyList<TimeSpan> Of(Arrivals arrivals, double rate, TimeSpan length, long seed)
    {
        var random = new SeededRandom(seed);
        var times = new List<TimeSpan>();
        for (double at = Gap(); at < length.TotalSeconds; at = arrivals == Arrivals.Constant ? times.Count / rate : at + Gap())
            times.Add(TimeSpan.FromTicks((long)(at * TimeSpan.TicksPerSecond)));
        return times;

        double Gap() => arrivals == Arrivals.Constant ? 0 : -Math.Log(1 - random.NextDouble()) / rate;
    }
}
