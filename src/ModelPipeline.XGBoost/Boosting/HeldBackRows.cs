using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Encoding;

namespace ModelPipeline.XGBoost.Boosting;

/// <summary>Divides the training rows into those that trees are grown on and those that early stopping judges them by.</summary>
/// <param name="Grown">The rows that trees are grown on, in order.</param>
/// <param name="HeldBack">The others.</param>
internal sealed record HeldBackRows(int[] Grown, int[] HeldBack)
{
    /// <summary>
    /// Holds a row back where the SHA-256 of the seed and its encoded features, as a number from 0 to 1, is less than the share:
    /// so equal rows are never on both sides, and a row's side does not depend on the others.
    /// </summary>
    /// <exception cref="TrainingException">One side would have no row.</exception>
    public static HeldBackRows Of(EncodedRows rows, double share, long seed)
    {
        var sides = Enumerable.Range(0, rows.Rows).ToLookup(row => Place(rows, row, seed) < share);
        var divided = new HeldBackRows([.. sides[false]], [.. sides[true]]);
        return divided.Grown.Length > 0 && divided.HeldBack.Length > 0
            ? divided
            : throw new TrainingException($"Early stopping cannot hold back rows: all {rows.Rows} training rows are on one side. Add rows, or set 'early_stopping_rounds' to 0.");
    }

    private static double Place(EncodedRows rows, int row, long seed)
    {
        var entries = row * rows.Features;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seed);
        hash.AppendData(bytes[..sizeof(long)]);
        hash.AppendData(MemoryMarshal.AsBytes(rows.Columns.AsSpan(entries, rows.Features)));
        hash.AppendData(MemoryMarshal.AsBytes(rows.Values.AsSpan(entries, rows.Features)));
        hash.GetHashAndReset(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }
}
