using ModelPipeline.LoadTesting.Usage;

namespace ModelPipeline.Tests.LoadTesting.Usage;

public sealed class GarbageCollectionsTests
{
    [Fact]
    public void They_are_read_from_the_counters_of_the_youngest_generation_and_of_pauses() =>
        GarbageCollections.Read(
            """
            # TYPE dotnet_gc_pause_seconds_total counter
            dotnet_gc_pause_seconds_total 0.25
            dotnet_gc_collections_total{generation="0"} 7
            dotnet_gc_collections_total{generation="1"} 2
            """.ReplaceLineEndings("\n")).ShouldBe(new GarbageCollections(7, 0.25));

    [Fact]
    public void What_is_not_there_is_not_known() => GarbageCollections.Read("up 1\n").ShouldBe(new GarbageCollections(null, null));

    [Fact]
    public void A_time_has_those_that_were_added() => new GarbageCollections(7, 0.25).Since(new GarbageCollections(4, 0.125)).ShouldBe(new GarbageCollections(3, 0.125));
}
