using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>Scores rows with a model. Safe to use from several threads.</summary>
public interface IScorer : IDisposable
{
    /// <summary>Scores a batch of rows.</summary>
    /// <param name="rows">Every input of the signature, by name and type; other columns are ignored. A category that was not seen in training is scored as unknown.</param>
    /// <param name="cancellation">Stops the scoring.</param>
    /// <exception cref="ArgumentException">A column is missing or of another type.</exception>
    /// <exception cref="InvalidDataException">The model's program or library gave no scores; the message says why.</exception>
    Scores Score(Table rows, CancellationToken cancellation);
}
