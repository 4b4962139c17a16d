using ModelPipeline.Data;
using ModelPipeline.Mutation;
using ModelPipeline.Mutation.Faults;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Differential;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Mutation;

/// <summary>A model's data to put faults into: 2,000 rows with the columns <c>id</c>, <c>age</c>, <c>plan</c>, <c>size</c> and the label <c>y</c>.</summary>
internal static class Faulty
{
    public const int Rows = Compared.Rows;

    public static IReadOnlyList<IFault> All { get; } =
    [
        new OldData(), new ShuffledLabels(), new NoisyLabels(), new DroppedFeature(), new ConstantFeature(), new ScaledFeature(), new ShuffledFeature(),
        new SwappedCategories(), new LeakedTestRows(), new LostRows(), new OtherPositiveClass(), new LostClassRows(),
    ];

    public static FaultSite Site(ModelTask task = ModelTask.BinaryClassification, params Column[] features)
    {
        var spec = Spec(task);
        Column[] columns = features.Length > 0 ? features : [Compared.Age(), Compared.Plan(), Size()];
        var table = new Table([new TextColumn("id", [.. Enumerable.Range(0, Rows).Select(row => $"r{row}")]), .. columns, Label(task)]);
        var earlier = table.Select([.. Enumerable.Range(0, Rows).Where(row => row % 5 > 0)]);
        var sensitivity = new Dictionary<string, double> { ["age"] = 0.3, ["plan"] = 0.2 };
        return new(spec, FaultSite.Read(spec, table), FaultSite.Read(spec, earlier), sensitivity);
    }

    /// <summary>Another number in each row, so that no two rows are alike.</summary>
    public static NumericColumn Size() => new("size", Compared.Uniform(7));

    /// <summary>The columns that differ from those of the site's data.</summary>
    public static string[] Changed(this FaultyData faulty, FaultSite site) =>
    [
        .. from column in site.Data.Rows.Dataset.Table.Columns
           where !Texts(column).SequenceEqual(Texts(faulty.Judged.Rows.Dataset.Table[column.Name]))
           select column.Name,
    ];

    /// <summary>A column's values in the judged rows.</summary>
    public static string[] Texts(this FaultyData faulty, string column) => Texts(faulty.Judged.Rows.Dataset.Table[column]);

    /// <summary>A column's values in the site's data.</summary>
    public static string[] Texts(this FaultSite site, string column) => Texts(site.Data.Rows.Dataset.Table[column]);

    private static string[] Texts(Column column) => [.. Enumerable.Range(0, column.Count).Select(column.Text)];

    private static Column Label(ModelTask task) => task switch
    {
        ModelTask.Regression => new NumericColumn("y", [.. Enumerable.Range(0, Rows).Select(row => row / 7.0)]),
        ModelTask.BinaryClassification => new CategoricalColumn("y", [.. Enumerable.Range(0, Rows).Select(row => row % 4 == 0 ? 1 : 0)], ["no", "yes"]),
        _ => new CategoricalColumn("y", [.. Enumerable.Range(0, Rows).Select(row => row % 10 < 5 ? 0 : row % 10 < 8 ? 2 : 1)], ["a", "rare", "z"]),
    };

    private static ModelSpec Spec(ModelTask task) => new()
    {
        Path = "models/churn/model.yaml",
        Digest = Digest.Of("spec"),
        Name = "churn",
        Owner = "retention-team",
        MonitoringOwner = "retention-team",
        Task = task,
        Description = "Who will leave.",
        Data = new DataSpec
        {
            Path = "data.csv",
            Label = "y",
            Positive = task == ModelTask.BinaryClassification ? "yes" : null,
            Key = ["id"],
            Split = new SplitSpec { Method = SplitMethod.Random, Test = 0.25 },
        },
        Train = new TrainSpec { Engine = "fake", Trainer = "guess", Seed = 5, Parameters = new TrainerParameters([]) },
        Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec>() },
        Card = new CardSpec(),
        Release = new ReleaseSpec(),
    };
}
