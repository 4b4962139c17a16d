using ModelPipeline.Training;

namespace ModelPipeline.XGBoost;

/// <summary>The parameters of the trainer, by the names that a spec calls them by.</summary>
internal sealed record XGBoostParameters
{
    public const string OneHot = "one-hot";
    public const string Ordinal = "ordinal";
    public const string SquaredError = "squared-error";
    public const string AbsoluteError = "absolute-error";

    public static IReadOnlyList<ParameterDefinition> Definitions { get; } =
    [
        Integer("rounds", 100, 1, 100_000, "How many rounds of trees are added, one tree a class in each round of a multiclass task. With early stopping the most."),
        Number("learning_rate", 0.3, 1e-6, 1, "How much of each tree's answer is added (XGBoost's eta)."),
        Integer("max_depth", 6, 1, 30, "The most decisions from a tree's root to a leaf."),
        Number("min_child_weight", 1, 0, 1e12, "The least sum of second derivatives, for regression of row weights, in each branch of a split."),
        Number("subsample", 1, 1e-3, 1, "The share of the rows, drawn for each round, that its trees are grown on."),
        Number("colsample_bytree", 1, 1e-3, 1, "The share of the columns, drawn for each tree, that it may split by."),
        Number("l1", 0, 0, 1e12, "The penalty on the absolute values of leaves (XGBoost's alpha)."),
        Number("l2", 1, 0, 1e12, "The penalty on the squares of leaves (XGBoost's lambda)."),
        Number("gamma", 0, 0, 1e12, "The least gain of a split, in the unit of the loss."),
        Integer("max_bins", 256, 2, 65_535, "How many intervals the values of a column are counted in to look for a split (XGBoost's max_bin)."),
        new("objective", ParameterKind.Text, SquaredError, "What regression minimises; the classifications minimise the log loss.")
        {
            Choices = [SquaredError, AbsoluteError],
        },
        Integer("early_stopping_rounds", 0, 0, 100_000, "After how many rounds without a better loss on held-back rows the training stops; the best round is the last that counts. 0: it does not stop early, and no row is held back."),
        Number("validation_share", 0.1, 1e-3, 0.5, "The share of the training rows that early stopping holds back. Rows with equal features are held back together."),
        new("balance_classes", ParameterKind.Flag, false, "Whether each class has the same weight in sum, as if it had as many rows as the others."),
        new("class_weights", ParameterKind.Number, null, "The weight of a row of each class; 1 where a class is not named.")
        {
            Form = ParameterForm.Map,
            Minimum = 1e-9,
            Maximum = 1e9,
        },
        new("monotone", ParameterKind.Integer, null, "By numeric feature: 1 where a greater value never lowers the answer, -1 where it never raises it, 0 for neither. Not for multiclass tasks.")
        {
            Form = ParameterForm.Map,
            Minimum = -1,
            Maximum = 1,
        },
        new("categories", ParameterKind.Text, OneHot, "How categories become numbers: a column for each, or one column with the place in the alphabet.")
        {
            Choices = [OneHot, Ordinal],
        },
        Integer("max_categories", 100, 1, 100_000, "How many categories of a feature get a column or place of their own, the most frequent first. The others are scored as unknown."),
    ];

    public required int Rounds { get; init; }

    public required int EarlyStoppingRounds { get; init; }

    public required double ValidationShare { get; init; }

    public required bool AbsoluteErrors { get; init; }

    public required bool BalanceClasses { get; init; }

    public required IReadOnlyDictionary<string, object> ClassWeights { get; init; }

    public required IReadOnlyDictionary<string, object> Monotone { get; init; }

    public required bool OrdinalCategories { get; init; }

    public required int MaxCategories { get; init; }

    /// <summary>The parameters that the library takes as they are, by its names.</summary>
    public required IReadOnlyDictionary<string, string> Native { get; init; }

    /// <exception cref="TrainingException">They are not as <see cref="Definitions"/> says.</exception>
    public static XGBoostParameters Of(TrainerParameters parameters)
    {
        parameters.Check(Definitions);
        return new()
        {
            Rounds = (int)parameters.Integer("rounds"),
            EarlyStoppingRounds = (int)parameters.Integer("early_stopping_rounds"),
            ValidationShare = parameters.Number("validation_share"),
            AbsoluteErrors = parameters.Text("objective") == AbsoluteError,
            BalanceClasses = parameters.Flag("balance_classes"),
            ClassWeights = parameters.Map("class_weights"),
            Monotone = parameters.Map("monotone"),
            OrdinalCategories = parameters.Text("categories") == Ordinal,
            MaxCategories = (int)parameters.Integer("max_categories"),
            Native = NativeNames.ToDictionary(name => name.Theirs, name => FormattableString.Invariant($"{parameters.Values[name.Ours]:R}")),
        };
    }

    private static readonly (string Ours, string Theirs)[] NativeNames =
    [
        ("learning_rate", "eta"),
        ("max_depth", "max_depth"),
        ("min_child_weight", "min_child_weight"),
        ("subsample", "subsample"),
        ("colsample_bytree", "colsample_bytree"),
        ("l1", "alpha"),
        ("l2", "lambda"),
        ("gamma", "gamma"),
        ("max_bins", "max_bin"),
    ];

    private static ParameterDefinition Integer(string name, long value, double minimum, double maximum, string description) =>
        new(name, ParameterKind.Integer, value, description) { Minimum = minimum, Maximum = maximum };

    private static ParameterDefinition Number(string name, double value, double minimum, double maximum, string description) =>
        new(name, ParameterKind.Number, value, description) { Minimum = minimum, Maximum = maximum };
}
