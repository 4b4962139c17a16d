namespace ModelPipeline.Command;

/// <summary>A program did not do what the contract asks. Callers turn it into what their port says.</summary>
/// <param name="message">What it did, as the rest of a sentence, without a point.</param>
internal class ProgramException(string message) : Exception(message);
