namespace ModelPipeline.Mutation;

/// <summary>A fault in the table.</summary>
/// <param name="Fault">Its name.</param>
/// <param name="CaughtBy">The checks that caught it; <c>n/a</c> or <c>not caught</c>.</param>
/// <param name="Cause">Whether its cause was named: yes, no, or empty.</param>
/// <param name="Said">What was said.</param>
public sealed record MutationRow(string Fault, string CaughtBy, string Cause, string Said);
