namespace ModelPipeline.BatchScoring;

/// <summary>Bytes that grow where one record is longer.</summary>
internal sealed class PartBuffer(int size)
{
    private byte[] _bytes = new byte[size];

    public Span<byte> Span => _bytes;

    public Memory<byte> Memory => _bytes;

    public int Size => _bytes.Length;

    public void Grow() => Array.Resize(ref _bytes, 2 * _bytes.Length);

    /// <summary>Makes it as large as another one, at least.</summary>
    public void GrowTo(int size)
    {
        if (size > Size)
            Array.Resize(ref _bytes, size);
    }
}
