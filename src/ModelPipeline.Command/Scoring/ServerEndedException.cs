namespace ModelPipeline.Command.Scoring;

/// <summary>A serving process ended before it said anything about a batch.</summary>
/// <param name="message">How it ended.</param>
internal sealed class ServerEndedException(string message) : ProgramException(message);
