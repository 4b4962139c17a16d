using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelPipeline.Linear;

/// <summary>Sums in an order that does not depend on the processor: always four lanes, multiply and add rounded apart.</summary>
internal static class Vectors
{
    /// <summary>How many vectors are added at once where there are many.</summary>
    public const int Group = 4;

    private const int Lanes = 4;

    /// <summary>The dot product of two vectors of equal length.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var lanes = Vector256<double>.Zero;
        var i = 0;
        for (; i <= left.Length - Lanes; i += Lanes)
            lanes += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
        var sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    /// <summary>Adds a multiple of <paramref name="values"/> to the first entries of <paramref name="sums"/>.</summary>
    public static void AddScaled(Span<double> sums, double factor, ReadOnlySpan<double> values)
    {
        sums = sums[..values.Length];
        var i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            ref var target = ref MemoryMarshal.GetReference(sums[i..]);
            (Vector256.LoadUnsafe(ref target) + Vector256.Create(values[i..]) * factor).StoreUnsafe(ref target);
        }

        for (; i < values.Length; i++)
            sums[i] += values[i] * factor;
    }

    /// <summary>Adds multiples of four vectors, at least as long as <paramref name="sums"/>, in their order.</summary>
    public static void AddScaled(
        Span<double> sums,
        double factor0,
        ReadOnlySpan<double> values0,
        double factor1,
        ReadOnlySpan<double> values1,
        double factor2,
        ReadOnlySpan<double> values2,
        double factor3,
        ReadOnlySpan<double> values3)
    {
        var i = 0;
        for (; i <= sums.Length - Lanes; i += Lanes)
        {
            ref var target = ref MemoryMarshal.GetReference(sums[i..]);
            var sum = Vector256.LoadUnsafe(ref target);
            sum += Vector256.Create(values0[i..]) * factor0;
            sum += Vector256.Create(values1[i..]) * factor1;
            sum += Vector256.Create(values2[i..]) * factor2;
            sum += Vector256.Create(values3[i..]) * factor3;
            sum.StoreUnsafe(ref target);
        }

        for (; i < sums.Length; i++)
            sums[i] = sums[i] + (values0[i] * factor0) + (values1[i] * factor1) + (values2[i] * factor2) + (values3[i] * factor3);
    }
}
