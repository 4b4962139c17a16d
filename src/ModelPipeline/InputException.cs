namespace ModelPipeline;

/// <summary>An argument, a spec or data that the user gave is at fault; the process exits with 2.</summary>
/// <param name="message">What is wrong, where, and what to do; all offenders at once.</param>
/// <param name="cause">The exception behind it, if any.</param>
public class InputException(string message, Exception? cause = null) : Exception(message, cause);
