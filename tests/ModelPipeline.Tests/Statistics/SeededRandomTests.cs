using ModelPipeline.Statistics;
using ModelPipeline.Tests.Evaluation;

namespace ModelPipeline.Tests.Statistics;

public sealed class SeededRandomTests
{
    [Fact]
    public void Its_state_moves_as_xoshiro256_starstar_does()
    {
        // The first outputs of the authors' C code (prng.di.unimi.it/xoshiro256starstar.c) from the state 1, 2, 3, 4.
        var random = new SeededRandom(1, 2, 3, 4);
        Draw(4, random.NextUInt64).ShouldBe([11520UL, 0UL, 1509978240UL, 1215971899390074240UL]);
    }

    [Fact]
    public void Its_seeding_moves_as_SplitMix64_does()
    {
        // The first outputs of the authors' C code (prng.di.unimi.it/splitmix64.c) from the state 1234567.
        var position = 1234567UL;
        Draw(3, () => SeededRandom.SplitMix(ref position)).ShouldBe([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL]);
    }

    [Fact]
    public void A_seed_and_a_stream_give_the_numbers_of_an_independent_implementation()
    {
        foreach (var item in Reference.Of("random"))
        {
            var (seed, stream) = (item.GetProperty("seed").GetInt64(), item.GetProperty("stream").GetInt64());
            Draw(8, new SeededRandom(seed, stream).NextUInt64).ShouldBe(item.Array<ulong>("numbers"));
            var random = new SeededRandom(seed, stream);
            Draw(8, () => random.NextBelow(1000)).ShouldBe(item.Array<int>("below_1000"));
        }
    }

    [Fact]
    public void Other_seeds_and_other_streams_give_other_numbers()
    {
        ulong[] firsts = [new SeededRandom(1).NextUInt64(), new SeededRandom(2).NextUInt64(), new SeededRandom(1, 1).NextUInt64(), new SeededRandom(-1).NextUInt64()];
        firsts.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Numbers_below_a_bound_are_equally_frequent()
    {
        var random = new SeededRandom(5);
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++)
            counts[random.NextBelow(6)]++;
        counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000).ShouldBeLessThan(20.5, "the 0.999 quantile of chi squared with 5 degrees of freedom");
    }

    [Fact]
    public void Fractions_lie_from_0_to_below_1_with_mean_one_half()
    {
        var random = new SeededRandom(5);
        var numbers = Draw(10_000, random.NextDouble);
        numbers.ShouldAllBe(number => number >= 0 && number < 1);
        numbers.Average().ShouldBe(0.5, 0.01);
    }

    [Fact]
    public void A_bound_below_1_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => new SeededRandom(1).NextBelow(0));

    private static T[] Draw<T>(int count, Func<T> next)
    {
        var drawn = new T[count];
        for (var i = 0; i < count; i++)
            drawn[i] = next();
        return drawn;
    }
}
