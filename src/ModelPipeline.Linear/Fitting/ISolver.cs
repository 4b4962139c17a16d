namespace ModelPipeline.Linear.Fitting;

/// <summary>Finds where an objective is least.</summary>
internal interface ISolver
{
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Minimum Minimise(Objective objective, CancellationToken cancellation);
}
