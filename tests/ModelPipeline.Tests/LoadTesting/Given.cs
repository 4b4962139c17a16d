using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.LoadTesting.Usage;

namespace ModelPipeline.Tests.LoadTesting;

/// <summary>What load tests measured.</summary>
internal static class Given
{
    /// <summary>A load of one second.</summary>
    public static LoadReading Reading(int correct, double latencyMs = 2, double lagMs = 0.1, params CallResult[] errors)
    {
        var reading = new LoadReading(TimeSpan.FromSeconds(1));
        for (var i = 0; i < correct; i++)
            reading.Add(new Reply(CallResult.Correct, 0), TimeSpan.Zero, TimeSpan.FromMilliseconds(latencyMs));
        foreach (var error in errors)
            reading.Add(new Reply(error, 0, error == CallResult.WrongAnswer ? "'probability' is 0.5, not 0.25" : null), TimeSpan.Zero, TimeSpan.FromMilliseconds(latencyMs));
        for (var i = 0; i < correct + errors.Length; i++)
            reading.AddLag(TimeSpan.FromMilliseconds(lagMs));
        return reading;
    }

    public static LoadFindings Findings(LoadReading load, double? peakMb = 100, params LoadStep[] steps) =>
        new(1000, load, new LoadUsage(0.3, 0.2, peakMb, new GarbageCollections(4, 0.002)), steps, 0, null);
}
