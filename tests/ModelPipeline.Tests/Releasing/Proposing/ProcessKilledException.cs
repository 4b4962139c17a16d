namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>The process ends here.</summary>
internal sealed class ProcessKilledException : Exception;
