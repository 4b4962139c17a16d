using System.Buffers;

namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>A growing copy of a body, within a budget.</summary>
internal sealed class BodyCopy(BodyBudget budget) : IDisposable
{
    private byte[] _bytes = [];
    private int _length;

    /// <summary>What was added, until this is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Makes room for a number of bytes in all; false where the budget is spent.</summary>
    public bool TryReserve(long size)
    {
        if (size <= _bytes.Length)
            return true;
        var greater = Math.Min(Math.Max(size, 2L * _bytes.Length), Array.MaxLength);
        if (size > greater || !budget.TryTake(greater))
            return false;
        var rented = ArrayPool<byte>.Shared.Rent((int)greater);
        budget.Return(greater - rented.Length);
        Bytes.CopyTo(rented);
        Release();
        _bytes = rented;
        return true;
    }

    /// <summary>Adds bytes; false, and none is added, where the budget is spent.</summary>
    public bool TryAppend(in ReadOnlySequence<byte> more)
    {
        if (!TryReserve(_length + more.Length))
            return false;
        more.CopyTo(_bytes.AsSpan(_length));
        _length += (int)more.Length;
        return true;
    }

    public void Dispose()
    {
        Release();
        (_bytes, _length) = ([], 0);
    }

    private void Release()
    {
        if (_bytes.Length == 0)
            return;
        budget.Return(_bytes.Length);
        ArrayPool<byte>.Shared.Return(_bytes);
    }
}
