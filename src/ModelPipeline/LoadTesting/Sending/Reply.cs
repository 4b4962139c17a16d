namespace ModelPipeline.LoadTesting.Sending;

/// <summary>What came of a request.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Finished">When that was known, as a timestamp of the clock: for an answer, when its last byte was there.</param>
/// <param name="Fault">What was wrong, in words; <see langword="null"/> where the result says it all.</param>
internal readonly record struct Reply(CallResult Result, long Finished, string? Fault = null);
