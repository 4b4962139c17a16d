namespace ModelPipeline.Mutation;

/// <summary>What became of one fault.</summary>
/// <param name="Fault">Its name.</param>
/// <param name="NotApplicable">Why the model cannot have it; <see langword="null"/> where it can.</param>
/// <param name="CaughtBy">The checks that caught it, as <c>step: check</c>.</param>
/// <param name="CauseNamed">Whether a check named the cause.</param>
/// <param name="Said">The first sentence that named the cause, or else the first hint. Contains data: escape it.</param>
internal sealed record FaultResult(string Fault, string? NotApplicable, IReadOnlyList<string> CaughtBy, bool CauseNamed, string Said)
{
    /// <summary>Whether some check caught it.</summary>
    public bool IsCaught => CaughtBy.Count > 0;
}
