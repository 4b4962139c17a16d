namespace ModelPipeline.Differential;

/// <summary>How the candidate's answer to one row differs from the champion's.</summary>
/// <param name="Size">The greatest change of an output, in its unit; infinite where a score is not finite.</param>
/// <param name="Changed">Whether an output changed by more than the tolerance, or a score is not finite.</param>
/// <param name="Flip">How the predicted class changed.</param>
internal readonly record struct RowDifference(double Size, bool Changed, Flip Flip);
