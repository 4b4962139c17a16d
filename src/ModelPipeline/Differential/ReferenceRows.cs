using ModelPipeline.Data;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>The rows that both models score.</summary>
/// <param name="Table">Every column of the data, whether a model reads it or not.</param>
/// <param name="Keys">What identifies the rows, a column each.</param>
/// <param name="Label">The column to predict, as in the file.</param>
/// <param name="Labels">The true answers in the order of the candidate's classes; <see langword="null"/> where a row has none of them.</param>
/// <param name="IsTestSplit">Whether they are the candidate's test rows.</param>
internal sealed record ReferenceRows(Table Table, IReadOnlyList<Column> Keys, Column Label, Labels? Labels, bool IsTestSplit)
{
    /// <summary>Whether any row has a label.</summary>
    public bool HasLabels => Enumerable.Range(0, Label.Count).Any(row => !Label.IsMissing(row));

    /// <summary>Reads them: the test rows, or the spec's <c>differential.data</c>.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="signature">What the candidate reads and writes.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The data are at fault.</exception>
    public static ReferenceRows Read(ModelRun run, ModelSignature signature, CancellationToken cancellation)
    {
        if (run.Spec.Reference is { } other)
        {
            var dataset = DatasetReader.Read(run.Spec with { Data = other }, null, cancellation);
            return dataset.Digest == run.ReferenceDigest
                ? Of(other, dataset.Table, signature, isTestSplit: false)
                : throw new InputException("differential.data changed while the run was going on: run it again.");
        }

        var data = run.ReadData(cancellation);
        return Of(run.Spec.Data, data.Rows.Dataset.Table.Select(data.Split.Test), signature, isTestSplit: true);
    }

    private static ReferenceRows Of(DataSpec spec, Table table, ModelSignature signature, bool isTestSplit)
    {
        var label = table[spec.Label];
        return new(table, [.. spec.Key.Select(key => table[key])], label, LabelsOf(label, signature), isTestSplit);
    }

    private static Labels? LabelsOf(Column label, ModelSignature signature)
    {
        if (Enumerable.Range(0, label.Count).Any(label.IsMissing))
            return null;
        if (label is NumericColumn numbers)
            return Labels.OfNumbers(numbers.Values.ToArray());
        var codes = signature.Classes.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        int[] rows = [.. Enumerable.Range(0, label.Count).Select(row => codes.GetValueOrDefault(label.Text(row), -1))];
        return rows.Contains(-1) ? null : Labels.OfClasses(signature.Classes, rows);
    }
}
