namespace ModelPipeline.Specs;

/// <summary>How the requests of a load test are spread over time.</summary>
public enum Arrivals
{
    /// <summary>At equal intervals. <c>constant</c>.</summary>
    Constant,

    /// <summary>At random, independent of each other, as those of many users are. <c>poisson</c>.</summary>
    Poisson,
}
