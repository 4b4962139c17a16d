namespace ModelPipeline.XGBoost.Native;

/// <summary>A call into the library failed.</summary>
/// <param name="message">What the library says is wrong, a sentence without its point.</param>
internal sealed class XGBoostException(string message) : Exception(message);
