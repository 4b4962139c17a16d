using ModelPipeline.Training;

namespace ModelPipeline.Linear;

/// <summary>The parameters of every trainer.</summary>
/// <param name="L2">The penalty on the squared weights.</param>
/// <param name="MaxIterations">The most steps of the solver.</param>
/// <param name="Tolerance">The share of the objective by which a further step would lower it, at which the solver stops.</param>
/// <param name="MaxCategories">How many categories of a feature get a weight.</param>
internal sealed record LinearParameters(double L2, int MaxIterations, double Tolerance, int MaxCategories)
{
    public static IReadOnlyList<ParameterDefinition> Definitions { get; } =
    [
        new("l2", ParameterKind.Number, 1.0, "The penalty: half of it times the squared weights is added to the sum of the losses (scikit-learn's alpha of Ridge, 1/C of LogisticRegression). The intercept is not penalised.")
        {
            Minimum = 1e-6,
            Maximum = 1e12,
        },
        new("max_iterations", ParameterKind.Integer, 1000L, "The most steps of the solver. Newton's method seldom takes more than 20.")
        {
            Minimum = 1,
            Maximum = 1_000_000,
        },
        new("tolerance", ParameterKind.Number, 1e-10, "The solver stops where a further step would lower the objective by less than this share of it.")
        {
            Minimum = 1e-12,
            Maximum = 1e-2,
        },
        new("max_categories", ParameterKind.Integer, 100L, "How many categories of a feature get a weight of their own, the most frequent first. The others are scored as unknown.")
        {
            Minimum = 1,
            Maximum = 100_000,
        },
    ];

    /// <exception cref="TrainingException">They are not as <see cref="Definitions"/> says.</exception>
    public static LinearParameters Of(TrainerParameters parameters)
    {
        parameters.Check(Definitions);
        return new(
            parameters.Number("l2"),
            (int)parameters.Integer("max_iterations"),
            parameters.Number("tolerance"),
            (int)parameters.Integer("max_categories"));
    }
}
