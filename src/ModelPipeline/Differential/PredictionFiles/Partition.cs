namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>A temporary file of rows whose keys have some bits of their hash in common.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Rows">How many rows it has.</param>
internal sealed record Partition(string Path, long Bytes, long Rows);
