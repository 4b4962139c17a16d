using ModelPipeline.Evidence;

namespace ModelPipeline.Runs;

/// <summary>What became of a step in this run.</summary>
/// <param name="Model">What runs call the model: its name, of a challenger <c>model/challenger</c>.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Status">The verdict.</param>
/// <param name="Reason">One sentence: why.</param>
/// <param name="Skipped">Whether the verdict is that of an earlier run over the same inputs.</param>
/// <param name="IsInputFault">Whether an error is the fault of the user's input.</param>
/// <param name="IsUndecided">Whether an error means only that the rows cannot decide: nothing is broken.</param>
public sealed record StepReport(
    string Model, string Step, Status Status, string Reason, bool Skipped = false, bool IsInputFault = false, bool IsUndecided = false);
