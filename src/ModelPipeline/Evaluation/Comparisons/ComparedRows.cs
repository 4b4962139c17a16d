using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Comparisons;

/// <summary>Rows, and what candidate and champion say of them.</summary>
/// <param name="Labels">The true answers.</param>
/// <param name="Candidate">What the candidate says.</param>
/// <param name="Champion">What the champion says of the same rows; <see langword="null"/> where nothing comparable is there.</param>
/// <param name="Task">What both predict.</param>
internal sealed record ComparedRows(Labels Labels, Scores Candidate, Scores? Champion, ModelTask Task)
{
    /// <summary>The given rows, in the given order.</summary>
    /// <param name="rows">Rows, from 0.</param>
    public ComparedRows Select(int[] rows) => this with
    {
        Labels = Labels.Select(rows),
        Candidate = Candidate.Select(rows),
        Champion = Champion?.Select(rows),
    };
}
