namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>The process is gone.</summary>
internal sealed class KilledException : Exception;
