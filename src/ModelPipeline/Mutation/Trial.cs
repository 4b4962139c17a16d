using ModelPipeline.Evidence;

namespace ModelPipeline.Mutation;

/// <summary>What the steps said of one set of data, faulty or clean.</summary>
/// <param name="Alarms">The checks that did not pass, as <c>step: check</c>, required ones and those that only the release gate makes binding.</param>
/// <param name="Required">Whether a required check is among them.</param>
/// <param name="Words">What these checks said: their reasons and hints.</param>
internal sealed record Trial(IReadOnlyList<string> Alarms, bool Required, IReadOnlyList<string> Words)
{
    /// <summary>What a run says of data that it cannot read or split.</summary>
    /// <param name="reason">Why.</param>
    public static Trial OfUnreadable(string reason) => new([$"{StepNames.ValidateData}: completed"], Required: true, [reason]);

    /// <summary>Reads the evidence of the steps.</summary>
    public static Trial Of(IReadOnlyList<StepEvidence> evidence)
    {
        var alarms = evidence
            .SelectMany(step => step.Checks.Select(check => (step.Step, Check: check)))
            .Where(item => item.Check.Status is Status.Failed or Status.Error)
            .ToList();
        return new(
            [.. alarms.Select(item => $"{item.Step}: {item.Check.Name}")],
            alarms.Any(item => item.Check.Required),
            [.. alarms.SelectMany(item => new[] { item.Check.Hint, item.Check.Reason }).OfType<string>().Distinct()]);
    }
}
