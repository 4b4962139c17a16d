namespace ModelPipeline.Linear.Fitting;

/// <summary>What a prediction costs, row by row: convex in the scores.</summary>
internal interface ILoss
{
    /// <summary>How many scores a row has.</summary>
    int Outputs { get; }

    /// <summary>The scores of least loss that are equal for every row: the intercepts of a model without features.</summary>
    double[] Start { get; }

    /// <summary>The loss of one row, with its derivatives.</summary>
    /// <param name="row">The training row.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="slopes">Set to the first derivative by each score.</param>
    /// <param name="curvatures">Set to the second derivatives, the lower triangle row after row; empty where they are not asked for.</param>
    double Evaluate(int row, ReadOnlySpan<double> scores, Span<double> slopes, Span<double> curvatures);
}
