using ModelPipeline.Cards;
using ModelPipeline.Evidence;

namespace ModelPipeline.Reporting;

/// <summary>A check as templates show it. Texts are as the evidence has them: the template escapes them.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Step">The step that judged it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its verdict, as written in evidence, and whether it is optional.</param>
/// <param name="Observed">What was seen, formatted; empty where there is no number.</param>
/// <param name="Limit">What is allowed, formatted; empty where there is no number.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Hint">What to do next; <see langword="null"/> where there is no advice.</param>
public sealed record FailingRow(string Model, string Step, string Name, string Status, string Observed, string Limit, string Reason, string? Hint)
{
    /// <summary>What did not pass of a model.</summary>
    /// <param name="model">The model.</param>
    public static IReadOnlyList<FailingRow> Of(ModelReport model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. model.Failing.Select(failing => Of(model.Name, failing.Step, failing.Check))];
    }

    internal static FailingRow Of(string model, string step, Check check) => new(
        model,
        step,
        check.Name,
        StatusNames.Of(check.Status) + (check.Required ? "" : " (optional)"),
        check.Observed is { } observed ? CardNumber.Of(observed) : "",
        check.Limit is { } limit ? CardNumber.Of(limit) : "",
        check.Reason,
        check.Hint);
}
