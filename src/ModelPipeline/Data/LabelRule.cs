using System.Globalization;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Data;

/// <summary>What a label must be for a task.</summary>
internal sealed class LabelRule(DataSpec spec, ModelTask task, Dataset dataset, FaultList faults)
{
    private const int RowsShown = 5;

    /// <summary>The greatest number whose squares can be summed over tens of millions of rows.</summary>
    private const double GreatestNumber = 1e150;

    private string Subject => $"data.label: {Shown.Value(spec.Label)}";

    /// <summary>The labels; <see langword="null"/> where they are faulty, which is reported.</summary>
    public Labels? Labels(Column label)
    {
        var sound = IsComplete(label);
        return label switch
        {
            NumericColumn numbers => IsVaried(numbers) & IsModerate(numbers) & sound ? Training.Labels.OfNumbers(numbers.Values.ToArray()) : null,
            CategoricalColumn classes => Order(classes) is { } order && sound ? OfClasses(classes, order) : null,
            _ => throw new ArgumentException($"A label cannot be {label.Type}.", nameof(label)),
        };
    }

    private bool IsComplete(Column label)
    {
        var missing = Enumerable.Range(0, label.Count).Where(label.IsMissing).ToList();
        if (missing.Count == 0)
            return true;
        if (missing.Count == label.Count)
            faults.Add($"{Subject} has no value in any row");
        else
        {
            var first = string.Join(", ", missing.Take(RowsShown).Select(dataset.Locate));
            var more = missing.Count > RowsShown ? ", …" : "";
            faults.Add(string.Create(CultureInfo.InvariantCulture,
                $"{Subject} is missing in {missing.Count} of {label.Count} rows ({first}{more}): fill it in or leave these rows out"));
        }
        return false;
    }

    private bool IsVaried(NumericColumn label)
    {
        var values = label.Values.ToArray().Where(double.IsFinite).Distinct().Take(2).ToList();
        if (values.Count == 1)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Subject} is {values[0]:R} in every row: there is nothing to predict"));
        return values.Count == 2;
    }

    private bool IsModerate(NumericColumn label)
    {
        var great = Array.FindIndex(label.Values.ToArray(), value => Math.Abs(value) > GreatestNumber);
        if (great >= 0)
            faults.Add(string.Create(CultureInfo.InvariantCulture,
                $"{Subject} is {label.Values[great]:R} in {dataset.Locate(great)}, too great to compute with: correct or rescale it"));
        return great < 0;
    }

    /// <summary>The classes in the order of the outputs; <see langword="null"/> where they do not fit the task.</summary>
    private IReadOnlyList<string>? Order(CategoricalColumn label)
    {
        var present = Present(label);
        var before = faults.Count;
        if (present.Count == 1)
            faults.Add($"{Subject} is {Shown.Values(present)} in every row: there is nothing to predict");
        if (task == ModelTask.MulticlassClassification)
        {
            if (present.Count == 2)
                faults.Add($"{Subject} has only the values {Shown.Values(present)}: use task: binary-classification");
            return faults.Count == before && present.Count > 0 ? present : null;
        }
        if (present.Count > 2)
            faults.Add(string.Create(CultureInfo.InvariantCulture,
                $"{Subject} has {present.Count} values ({Shown.Values(present)}) where binary-classification needs two: use task: multiclass-classification, or leave rows out"));
        if (present.Count > 1 && (spec.Positive is null || !present.Contains(spec.Positive)))
            faults.Add($"data.positive: {Positive()}; {Subject} has {Shown.Values(present)}: name one of them");
        return faults.Count == before && present.Count > 1 ? [present.Single(name => name != spec.Positive), spec.Positive!] : null;
    }

    private string Positive() => spec.Positive is { } positive ? $"no row has the value {Shown.Value(positive)}" : "it is not set";

    private static List<string> Present(CategoricalColumn label)
    {
        var codes = new HashSet<int>(label.Codes.ToArray());
        return [.. label.Categories.Where((_, code) => codes.Contains(code))];
    }

    private static Labels OfClasses(CategoricalColumn label, IReadOnlyList<string> order)
    {
        var newCodes = order.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        return Training.Labels.OfClasses(order, [.. label.Codes.ToArray().Select(code => newCodes[label.Categories[code]])]);
    }
}
