using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.LoadTesting.Usage;

namespace ModelPipeline.LoadTesting;

/// <summary>What a load test measured.</summary>
/// <param name="Capacity">The correct answers in a second that the closed-loop probe found.</param>
/// <param name="Load">The load of the spec.</param>
/// <param name="Usage">What was used meanwhile.</param>
/// <param name="Steps">The steps up to saturation.</param>
/// <param name="WrongInProbe">How many wrong answers the probe had.</param>
/// <param name="FirstWrong">What was wrong with one of them.</param>
internal sealed record LoadFindings(double Capacity, LoadReading Load, LoadUsage Usage, IReadOnlyList<LoadStep> Steps, long WrongInProbe, string? FirstWrong)
{
    /// <summary>The wrong answers of all loads.</summary>
    public long Wrong => WrongInProbe + Readings.Sum(reading => reading.Count(CallResult.WrongAnswer));

    /// <summary>What was wrong with one of them.</summary>
    public string? WrongFault => FirstWrong ?? Readings.Select(reading => reading.FirstFault(CallResult.WrongAnswer)).FirstOrDefault(fault => fault is not null);

    private IEnumerable<LoadReading> Readings => [Load, .. Steps.Select(step => step.Reading)];
}
