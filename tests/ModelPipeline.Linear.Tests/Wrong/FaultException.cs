namespace ModelPipeline.Linear.Tests.Wrong;

/// <summary>What a wrong engine throws: an exception that no engine may throw.</summary>
internal sealed class FaultException() : Exception("The fault of a wrong engine.");
