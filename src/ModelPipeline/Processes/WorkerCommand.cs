namespace ModelPipeline.Processes;

/// <summary>How the host is started again as a worker.</summary>
/// <param name="FileName">The program: the host itself, or <c>dotnet</c>.</param>
/// <param name="Arguments">What stands before the worker's own arguments.</param>
public sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments);
