namespace ModelPipeline.Specs;

/// <summary>What a comparison means whose interval straddles the margin: the test rows are too few to tell.</summary>
public enum Undecided
{
    /// <summary>The gate could not judge. <c>fail</c>.</summary>
    Fail,

    /// <summary>The gate passes, and the card shows that it was not decided. <c>pass</c>.</summary>
    Pass,
}
