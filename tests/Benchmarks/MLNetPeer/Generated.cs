using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace MLNetPeer;

/// <summary>Made-up customers, as a table and as objects.</summary>
internal static class Generated
{
    private static readonly string[] Contracts = ["month", "two years", "year"];
    private static readonly string[] Payments = ["bank", "card", "cheque", "electronic"];

    public static TrainingRequest Request(IModelEngine engine, string trainer, int rows)
    {
        var table = Rows(rows);
        var random = new Random(2);
        var tenure = (NumericColumn)table["tenure"];
        var contract = (CategoricalColumn)table["contract"];
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => tenure.Values[row] + (20 * contract.Codes[row]) < random.Next(80) ? 1 : 0)];
        var definition = engine.Trainers.Single(known => known.Name == trainer);
        return new(
            new(ModelTask.BinaryClassification, [.. table.Columns.Select(FeatureSignature.Of)], ["probability"], ["no", "yes"]),
            table,
            Labels.OfClasses(["no", "yes"], labels),
            trainer,
            new(definition.Defaults),
            Seed: 7);
    }

    public static Customer[] Objects(Table rows) =>
    [
        .. Enumerable.Range(0, rows.Rows).Select(row => new Customer
        {
            tenure = (float)((NumericColumn)rows["tenure"]).Values[row],
            charges = (float)((NumericColumn)rows["charges"]).Values[row],
            age = (float)((NumericColumn)rows["age"]).Values[row],
            contract = rows["contract"].Text(row),
            payment = rows["payment"].Text(row),
        }),
    ];

    private static Table Rows(int rows)
    {
        var random = new Random(1);
        return new(
        [
            new NumericColumn("tenure", Draw(() => (double)random.Next(72))),
            new NumericColumn("charges", Draw(() => 20 + (100 * random.NextDouble()))),
            new NumericColumn("age", Draw(() => (double)random.Next(18, 90))),
            new CategoricalColumn("contract", Draw(() => random.Next(Contracts.Length)), Contracts),
            new CategoricalColumn("payment", Draw(() => random.Next(Payments.Length)), Payments),
        ]);

        T[] Draw<T>(Func<T> next) => [.. Enumerable.Range(0, rows).Select(_ => next())];
    }
}
