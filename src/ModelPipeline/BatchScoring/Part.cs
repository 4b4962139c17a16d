namespace ModelPipeline.BatchScoring;

/// <summary>Whole records of the input.</summary>
/// <param name="Bytes">Their text; valid until the next part is read into the same buffer.</param>
/// <param name="LinesBefore">How many lines of the input are before them.</param>
/// <param name="End">Where in the input's text the next part starts.</param>
/// <param name="Lines">How many lines of the input are before the next part.</param>
internal readonly record struct Part(ReadOnlyMemory<byte> Bytes, long LinesBefore, long End, long Lines);
