namespace ModelPipeline.Mutation;

/// <summary>A fault that data or training may have.</summary>
internal interface IFault
{
    /// <summary>Its name in evidence, for example <c>shuffled-labels</c>.</summary>
    string Name { get; }

    /// <summary>Why the model or its data cannot have the fault; <see langword="null"/> where they can.</summary>
    /// <param name="site">The model and its data.</param>
    string? NotApplicable(FaultSite site);

    /// <summary>Makes the fault.</summary>
    /// <param name="site">The model and its data.</param>
    FaultyData Inject(FaultSite site);

    /// <summary>What a hint must say to name the cause: a pattern.</summary>
    /// <param name="site">The model and its data.</param>
    string Cause(FaultSite site);
}
