namespace ModelPipeline.Training;

/// <summary>The rows or parameters allow no model.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class TrainingException(string message) : InputException(message);
