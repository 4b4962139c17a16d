using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>A scorer that can say what each feature adds to a row's score. Safe to use from several threads.</summary>
public interface IExplainingScorer : IScorer
{
    /// <summary>What each feature adds to the raw score of each row.</summary>
    /// <param name="rows">As for <see cref="IScorer.Score"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    Contributions Contribute(Table rows, CancellationToken cancellation);
}
