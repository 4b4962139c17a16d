using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelPipeline.Linear;

/// <summary>Sums in an order that does not depend on the processor: always four lanes, multiply and add rounded apart.</summary>
internal static class Vectors
{
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
}
