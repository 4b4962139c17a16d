using System.Text.Json.Serialization;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace LinearPeer;

/// <summary>What both sides train: written to sample.json beside train.csv and test.csv.</summary>
internal sealed record Sample(string Name, string Task, string Label, string Key, string? Positive, string[] Numeric, string[] Categorical)
{
    public double L2 { get; init; } = 1.0;

    public string Solver { get; init; } = "lbfgs";

    /// <summary>How many training rows there are.</summary>
    public int Rows { get; init; }

    /// <summary>The file's lines, the header first.</summary>
    /// <value>Default: those of the repository's sample.</value>
    [JsonIgnore]
    public Func<IEnumerable<string>>? Source { get; init; }

    [JsonIgnore]
    public ModelTask ModelTask => Task switch
    {
        "binary-classification" => ModelTask.BinaryClassification,
        "multiclass-classification" => ModelTask.MulticlassClassification,
        _ => ModelTask.Regression,
    };

    [JsonIgnore]
    public string Trainer => ModelTask switch
    {
        ModelTask.BinaryClassification => "logistic-regression",
        ModelTask.MulticlassClassification => "multinomial-regression",
        _ => "ridge-regression",
    };

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("churn", "binary-classification", "churn", "customer_id", "Yes",
            ["female", "senior_citizen", "partner", "dependents", "tenure", "phone_service", "paperless_billing", "monthly_charges", "total_charges"],
            ["multiple_lines", "internet_service", "online_security", "online_backup", "device_protection", "tech_support", "streaming_tv", "streaming_movies", "contract", "payment_method"]),
        new("diamonds", "regression", "price", "id", null,
            ["carat", "depth", "table", "x", "y", "z"],
            ["cut", "color", "clarity"]),
        new("penguins", "multiclass-classification", "species", "id", null,
            ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"],
            ["island", "sex"]),
        Generated.Wide,
        Generated.ManyClasses,
    ];

    public IEnumerable<string> Lines() => Source?.Invoke() ?? File.ReadLines(Path.Combine("models", Name, "data", Name + ".csv"));

    /// <summary>The features' types.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, ColumnType> Types => field ??=
        Numeric.Select(name => KeyValuePair.Create(name, ColumnType.Numeric))
            .Concat(Categorical.Select(name => KeyValuePair.Create(name, ColumnType.Categorical)))
            .ToDictionary(StringComparer.Ordinal);
}
