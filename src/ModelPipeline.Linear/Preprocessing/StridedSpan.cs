namespace ModelPipeline.Linear.Preprocessing;

/// <summary>One column of a matrix that is stored row after row.</summary>
internal readonly struct StridedSpan<T>(T[] values, int stride, int start)
{
    public T this[int row]
    {
        set => values[(row * stride) + start] = value;
    }

    public void Fill(T value)
    {
        for (var i = start; i < values.Length; i += stride)
            values[i] = value;
    }
}
