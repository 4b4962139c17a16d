namespace ModelPipeline.Statistics;

/// <summary>
/// A random generator whose numbers depend on its seed and stream alone, on every platform and in every version of .NET
/// (which does not promise that of <see cref="Random"/>). xoshiro256** seeded by SplitMix64; not for secrets.
/// Source: D. Blackman, S. Vigna, Scrambled Linear Pseudorandom Number Generators, ACM Trans. Math. Softw. 47(4), 2021.
/// </summary>
internal sealed class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts a stream of a seed. Different streams of one seed are independent of each other.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which of the seed's streams, for example the number of a bootstrap replicate.</param>
    public SeededRandom(long seed, long stream = 0)
    {
        var position = Mix(unchecked((ulong)seed + GoldenGamma)) + unchecked((ulong)stream);
        (_s0, _s1, _s2, _s3) = (SplitMix(ref position), SplitMix(ref position), SplitMix(ref position), SplitMix(ref position));
    }

    internal SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>
    /// The next whole number below a bound, each with the same probability.
    /// Source: D. Lemire, Fast Random Integer Generation in an Interval, ACM Trans. Model. Comput. Simul. 29(1), 2019.
    /// </summary>
    /// <param name="bound">How many numbers there are to choose from, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is less than 1.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            var biased = (0 - range) % range;
            while (low < biased)
                high = Math.BigMul(NextUInt64(), range, out low);
        }

        return (int)high;
    }

    /// <summary>The next number from 0 (included) to 1 (excluded): 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    internal static ulong SplitMix(ref ulong position) => Mix(position += GoldenGamma);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
