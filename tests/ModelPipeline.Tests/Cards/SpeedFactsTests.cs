using ModelPipeline.Cards;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Cards;

public sealed class SpeedFactsTests
{
    [Fact]
    public void Ratios_are_shown_and_amounts_are_not()
    {
        var evidence = Given.Evidence(StepNames.BenchmarkTest) with
        {
            Measures = new SortedDictionary<string, Measure>(StringComparer.Ordinal)
            {
                ["latency.candidate_ns"] = 812.5,
                ["latency.ratio"] = new(0.91, 0.88, 0.94),
                ["latency.wall_ratio"] = 0.9,
                ["size.ratio"] = 1.002,
            },
        };

        SpeedFacts.Of(evidence).ShouldBe([new("latency", "0.9100 [0.8800, 0.9400]"), new("size", "1.0020")]);
    }

    [Fact]
    public void Without_a_benchmark_there_is_nothing()
    {
        SpeedFacts.Of(null).ShouldBeEmpty();
        SpeedFacts.Of(Given.Evidence(StepNames.BenchmarkTest)).ShouldBeEmpty();
    }
}
