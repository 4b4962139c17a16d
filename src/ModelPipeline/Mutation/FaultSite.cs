using System.Text.RegularExpressions;
using ModelPipeline.Data;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.Mutation;

/// <summary>The model and the data that faults are injected into.</summary>
/// <param name="Spec">The model's spec.</param>
/// <param name="Data">Its data.</param>
/// <param name="Earlier">The part of the data that the champion was trained on.</param>
/// <param name="Sensitivity">By feature, how much the champion's answers depend on it.</param>
internal sealed record FaultSite(ModelSpec Spec, RunData Data, RunData Earlier, IReadOnlyDictionary<string, double> Sensitivity)
{
    /// <summary>The feature that the champion depends on most.</summary>
    public string Feature => Strongest(Data.Rows.Features.Columns)!.Name;

    /// <summary>The numeric feature that the champion depends on most; <see langword="null"/> without any.</summary>
    public NumericColumn? Number => (NumericColumn?)Strongest(Data.Rows.Features.Columns.OfType<NumericColumn>());

    /// <summary>The categorical feature that the champion depends on most; <see langword="null"/> without any.</summary>
    public CategoricalColumn? Category => (CategoricalColumn?)Strongest(Data.Rows.Features.Columns.OfType<CategoricalColumn>());

    /// <summary>The column that the champion depends on most; <see langword="null"/> of none.</summary>
    public Column? Strongest(IEnumerable<Column> columns) =>
        columns.OrderByDescending(column => Sensitivity.GetValueOrDefault(column.Name)).ThenBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The random numbers of a fault: the same for each run of the same model.</summary>
    public SeededRandom RandomFor(string fault) => new(Spec.Train.Seed, fault.Sum(letter => letter));

    /// <summary>The data with other values in some columns.</summary>
    public FaultyData With(params IEnumerable<Column> columns)
    {
        var changed = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return Of(new Table([.. Data.Rows.Dataset.Table.Columns.Select(column => changed.GetValueOrDefault(column.Name, column))]));
    }

    /// <summary>The data with some of the rows.</summary>
    public FaultyData Only(int[] rows) => Of(Data.Rows.Dataset.Table.Select(rows));

    /// <summary>Other data of the same spec.</summary>
    public FaultyData Of(Table table) => new(Spec, Read(Spec, table));

    /// <summary>Rows as a run reads them from a file that holds them.</summary>
    public static RunData Read(ModelSpec spec, Table table)
    {
        var content = KeyHash.Of(table.Columns, table.Rows, seed: 0);
        var dataset = new Dataset(table, KeyHash.DigestOf(content, [.. Enumerable.Range(0, table.Rows)]), [spec.Data.Path]);
        var rows = ModelData.Of(spec.Data, spec.Task, dataset);
        return new RunData(rows, SplitMaker.Make(rows, spec.Data.Split));
    }

    /// <summary>A name as messages have it, as a pattern.</summary>
    public static string Quoted(string name) => Regex.Escape(QuotedText.Of(name));
}
