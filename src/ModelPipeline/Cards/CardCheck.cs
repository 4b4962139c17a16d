namespace ModelPipeline.Cards;

/// <summary>A check on the card.</summary>
/// <param name="Step">The step that judged it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its verdict, as written in evidence.</param>
/// <param name="Observed">What was seen, formatted; empty where there is no number.</param>
/// <param name="Limit">What is allowed, formatted; empty where there is no number.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Hint">What to do next; <see langword="null"/> where there is no advice.</param>
public sealed record CardCheck(string Step, string Name, string Status, string Observed, string Limit, string Reason, string? Hint);
