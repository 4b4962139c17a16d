using ModelPipeline.Evaluation;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the gates of a challenger, which are added to the model's: none of those may become weaker.</summary>
internal static class AddedGates
{
    /// <summary>The model's gates and the challenger's; of one metric what either demands.</summary>
    /// <param name="evaluate">The challenger's section <c>evaluate</c>.</param>
    /// <param name="model">The model's gates.</param>
    /// <param name="task">The model's task; <see langword="null"/> where it is not known.</param>
    public static IReadOnlyDictionary<string, GateSpec> Read(Section evaluate, IReadOnlyDictionary<string, GateSpec> model, ModelTask? task)
    {
        var gates = new Dictionary<string, GateSpec>(model, StringComparer.Ordinal);
        foreach (var gate in EvaluateSection.GatesIn(evaluate))
        {
            var added = GateSection.Read(gate, task);
            foreach (var weaker in Weaker(gate.Name, model.GetValueOrDefault(gate.Name, new GateSpec()), added))
                gate.Value.Fault($"{weaker}: a challenger may demand more than model.yaml, not less");
            gates[gate.Name] = Both(model.GetValueOrDefault(gate.Name, new GateSpec()), added);
        }

        return gates;
    }

    private static IEnumerable<string> Weaker(string metric, GateSpec model, GateSpec added)
    {
        if (IsBelow(metric, added.Threshold, model.Threshold))
            yield return FormattableString.Invariant($"has the threshold {added.Threshold}, which is weaker than {model.Threshold} of model.yaml");
        if (added.MaxRegression > model.MaxRegression)
            yield return FormattableString.Invariant($"has the max_regression {added.MaxRegression}, which is weaker than {model.MaxRegression} of model.yaml");
        if (added.MinImprovement < model.MinImprovement)
            yield return FormattableString.Invariant($"has the min_improvement {added.MinImprovement}, which is weaker than {model.MinImprovement} of model.yaml");
        if (added.MaxRegression is not null && model.MinImprovement is not null)
            yield return "has a max_regression, which is weaker than the min_improvement of model.yaml";
    }

    private static bool IsBelow(string metric, double? added, double? model) =>
        MetricCatalog.Find(metric) is { GreaterIsBetter: false } ? added > model : added < model;

    /// <summary>A min_improvement demands more than any max_regression.</summary>
    private static GateSpec Both(GateSpec model, GateSpec added) => new()
    {
        Threshold = added.Threshold ?? model.Threshold,
        MinImprovement = added.MinImprovement ?? model.MinImprovement,
        MaxRegression = added.MinImprovement is null ? added.MaxRegression ?? model.MaxRegression : null,
    };
}
