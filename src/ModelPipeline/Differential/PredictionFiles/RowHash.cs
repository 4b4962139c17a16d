using System.Buffers.Binary;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Spreads keys over partitions; the same on every machine. Keys of one hash are still told apart by their bytes.</summary>
internal static class RowHash
{
    private const ulong Factor = 0x9E3779B97F4A7C15; // 2^64 divided by the golden ratio, as multiplicative hashing takes it

    public static ulong Of(ReadOnlySpan<byte> key)
    {
        var hash = (ulong)key.Length;
        for (; key.Length >= sizeof(ulong); key = key[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key));
        var rest = 0UL;
        foreach (var part in key)
            rest = (rest << 8) | part;
        return Mix(Mix(hash ^ rest));
    }

    private static ulong Mix(ulong value)
    {
        value *= Factor;
        return value ^ (value >> 32);
    }
}
