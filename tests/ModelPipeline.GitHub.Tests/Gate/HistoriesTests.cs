using System.Collections.Concurrent;
using ModelPipeline.GitHub.Tests.Reconciling;
using ModelPipeline.Releasing;
using ModelPipeline.Tests.Releasing.Histories;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class HistoriesTests
{
    private const int Histories = 24;
    private const int Events = 25;

    [Fact]
    public async Task Whatever_happens_on_GitHub_the_gate_decides_over_http_as_the_oracle_does_from_the_truth()
    {
        var (decisions, disagreements) = (new ConcurrentBag<GateDecision>(), new ConcurrentBag<string>());

        await Each.Async(Enumerable.Range(0, Histories), async seed =>
        {
            await using var world = await GateWorld.StartAsync();
            var history = new LivedHistory(world, seed);
            for (var happened = 0; happened < Events; happened++)
            {
                history.GoOn();
                var (truth, ruling) = (Oracle.Judge(history.Truth), await world.JudgeAsync());
                decisions.Add(ruling.Decision);
                if (ruling.Decision == Oracle.Decide(truth))
                    continue;
                disagreements.Add($"seed {seed}, event {happened}: the oracle says {string.Join("; ", truth)}\nthe gate says {string.Join("; ", ruling.Checks.Select(check => $"{check.Name} {check.Status} {check.Reason}"))}\n{history.Text}");
                break;
            }
        });

        disagreements.ShouldBeEmpty();
        foreach (var decision in Enum.GetValues<GateDecision>())
            decisions.Count(decided => decided == decision).ShouldBeGreaterThan(Histories * Events / 50, $"{decision}");
    }
}
