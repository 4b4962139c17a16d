namespace ModelPipeline.Linear.Scoring;

/// <summary>Adds what one column contributes to scores.</summary>
internal abstract class ColumnScorer
{
    /// <summary>Adds the contributions of successive rows.</summary>
    /// <param name="function">The linear function, from 0.</param>
    /// <param name="first">The first row.</param>
    /// <param name="scores">One score a row.</param>
    public abstract void Add(int function, int first, Span<double> scores);
}
