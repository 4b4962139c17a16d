using ModelPipeline.LoadTesting.Sending;

namespace ModelPipeline.LoadTesting;

/// <summary>One load of several.</summary>
/// <param name="Name">What it is: <c>load</c> for the judged one, else its share of the capacity, for example <c>0.75</c>.</param>
/// <param name="Reading">What it gave.</param>
internal sealed record LoadStep(string Name, LoadReading Reading)
{
    /// <summary>The name of the load that is judged.</summary>
    public const string Judged = "load";
}
