namespace ModelPipeline.Docker.Images.Layers;

/// <summary>Counts what is read from another stream, which it leaves open.</summary>
/// <param name="inner">The other stream.</param>
/// <param name="passed">Takes the number of bytes of each reading, and throws where there are too many.</param>
internal sealed class LimitedStream(Stream inner, Action<int> passed) : Stream
{
    public override bool CanRead => true;

    public override bool CanWrite => false;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        passed(read);
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
