namespace ModelPipeline.Data.Reading;

/// <summary>Refuses what cannot be UTF-8 text by its NUL bytes: in UTF-16 and UTF-32 every comma and line break has one.</summary>
internal sealed class TextGuardStream(Stream source) : ForwardStream
{
    /// <exception cref="InvalidDataException">The input is no UTF-8 text.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = source.Read(buffer);
        return buffer[..read].Contains((byte)0) ? throw new InvalidDataException("is UTF-16 (or binary): save it as UTF-8") : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
