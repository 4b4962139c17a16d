using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Requests;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace LoadStall;

/// <summary>The load test's open loop.</summary>
internal static class Ours
{
    public static async Task<LoadReading> RunAsync(Uri address, StallSetting setting, Arrivals arrivals, TimeProvider clock)
    {
        var plan = new LoadPlan();
        var length = TimeSpan.FromSeconds(setting.Seconds);
        var request = new ScoringRequest("""{"dataframe_split":{"columns":["x"],"data":[[1.5]]}}"""u8.ToArray(), new Scores(["probability"], [0.25]), tolerance: 0);
        using var transport = new HttpTransport(address, [request], plan, null, clock);
        return await new OpenLoop(transport, new SleepingPacer(clock), clock, plan).RunAsync(
            ArrivalSchedule.Of(arrivals, setting.Rate, plan.WarmUp + length, seed: 7), plan.WarmUp, plan.WarmUp + length, CancellationToken.None);
    }
}
