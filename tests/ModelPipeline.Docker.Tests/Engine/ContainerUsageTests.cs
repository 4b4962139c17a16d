using Docker.DotNet.Models;
using ModelPipeline.Docker.Engine;
using ModelPipeline.Serving;

namespace ModelPipeline.Docker.Tests.Engine;

public sealed class ContainerUsageTests
{
    [Theory]
    [InlineData("total_inactive_file")]
    [InlineData("inactive_file")]
    public void The_file_cache_is_not_counted(string figure)
    {
        var usage = new ContainerUsage();

        usage.Report(Figures(time: 1_500_000, memory: 1000, new Dictionary<string, ulong> { [figure] = 400 }));

        usage.Last.ShouldBe(new ServiceUsage(TimeSpan.FromMilliseconds(1.5), 600));
    }

    [Fact]
    public void Memory_without_the_kernels_figures_is_told_as_it_is()
    {
        var usage = new ContainerUsage();

        usage.Report(Figures(time: 100, memory: 1000, figures: null));

        usage.Last.ShouldNotBeNull().MemoryBytes.ShouldBe(1000);
    }

    [Fact]
    public void A_container_that_has_ended_uses_nothing_that_could_be_told()
    {
        var usage = new ContainerUsage();
        usage.Report(new ContainerStatsResponse());
        usage.Report(Figures(time: 0, memory: 0, figures: null));

        usage.Last.ShouldBeNull();
    }

    private static ContainerStatsResponse Figures(ulong time, ulong memory, Dictionary<string, ulong>? figures) => new()
    {
        CPUStats = new CPUStats { CPUUsage = new CPUUsage { TotalUsage = time } },
        MemoryStats = new MemoryStats { Usage = memory, Stats = figures },
    };
}
