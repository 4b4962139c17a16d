namespace ModelPipeline.Benchmarking.Workers;

/// <summary>A benchmark's worker did not do what it was asked; the message says which one and what it did instead.</summary>
internal sealed class WorkerException(string message, Exception? cause = null) : Exception(message, cause);
