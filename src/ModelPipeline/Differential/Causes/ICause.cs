namespace ModelPipeline.Differential.Causes;

/// <summary>One reason why a candidate may answer differently than the champion.</summary>
internal interface ICause
{
    /// <summary>What speaks for it, a sentence with numbers each; nothing where nothing does.</summary>
    IEnumerable<string> Find(Comparison comparison);
}
