using System.Globalization;
using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation.Gates;

/// <summary>Judges metrics on parts of the test rows by the spec's slice gates.</summary>
/// <param name="spec">The section <c>evaluate</c>.</param>
/// <param name="champion">The champion's scores; <see langword="null"/> where there is no champion.</param>
/// <param name="seed">The seed of the bootstrap.</param>
internal sealed class SliceGates(EvaluateSpec spec, BundleScores? champion, long seed)
{
    private readonly MetricGates _gates = new(champion, spec.Undecided);

    /// <summary>
    /// The verdicts of every slice that has enough rows, named <c>&lt;slice&gt;: &lt;metric&gt;.max_regression</c> and so on. A slice that is smaller than its
    /// gate's <c>min_rows</c> gives none; where all are, the gate is an error.
    /// </summary>
    /// <param name="slices">Parts of the rows.</param>
    /// <param name="leftOut">How many rows the greatest part has that is not among them, because there are too many; 0 where all are.</param>
    /// <param name="rows">All test rows and what is said of them.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public IReadOnlyList<GateVerdict> JudgeAll(IReadOnlyList<Slice> slices, int leftOut, ComparedRows rows, CancellationToken cancellation)
    {
        if (spec.SliceGates.Count == 0)
            return [];
        var greatest = slices.Select(slice => slice.Rows.Length).DefaultIfEmpty(0).Max();
        return
        [
            .. slices.SelectMany(slice => Judge(slice, rows, cancellation)),
            .. spec.SliceGates.Where(gate => leftOut > 0 && leftOut >= gate.Value.MinRows)
                .SelectMany(gate => MetricGates.NamesOf(gate.Key, gate.Value.Gate).Select(name => TooMany(name, gate.Value, leftOut))),
            .. spec.SliceGates.Where(gate => gate.Value.MinRows > greatest || greatest == 0)
                .SelectMany(gate => MetricGates.NamesOf(gate.Key, gate.Value.Gate).Select(name => NoSlice(name, gate.Value, greatest))),
        ];
    }

    private IEnumerable<GateVerdict> Judge(Slice slice, ComparedRows rows, CancellationToken cancellation)
    {
        var size = slice.Rows.Length;
        var gates = spec.SliceGates.Where(gate => size > 0 && size >= gate.Value.MinRows)
            .ToDictionary(gate => gate.Key, gate => gate.Value.Gate, StringComparer.Ordinal);
        if (gates.Count == 0)
            return [];
        var metrics = MetricCatalog.Of(rows.Task).Where(metric => gates.ContainsKey(metric.Name));
        var comparisons = MetricComparer.Compare(rows.Select(slice.Rows), metrics, seed, cancellation);
        return _gates.JudgeAll(gates, comparisons, size).Select(verdict => Of(slice, verdict));
    }

    private static GateVerdict Of(Slice slice, GateVerdict verdict)
    {
        var name = QuotedText.Escape(slice.Name, longest: 200);
        return verdict with { Check = verdict.Check with { Name = $"{name}: {verdict.Check.Name}", Reason = $"{name}: {verdict.Check.Reason}" } };
    }

    private static GateVerdict NoSlice(string name, SliceGateSpec gate, int greatest) => new(new Check
    {
        Name = $"slices: {name}",
        Status = Status.Error,
        Reason = string.Create(CultureInfo.InvariantCulture, $"no slice has the {gate.MinRows:N0} test rows that its gate needs; the largest has {greatest:N0}"),
        Hint = "name columns with larger groups in evaluate.slices, test on more rows, or lower min_rows",
    });

    private static GateVerdict TooMany(string name, SliceGateSpec gate, int leftOut) => new(new Check
    {
        Name = $"slices: {name}",
        Status = Status.Error,
        Reason = string.Create(CultureInfo.InvariantCulture, $"there are more than {Slices.Most} slices of one spec, and some that were left out have {leftOut:N0} test rows, enough for the gate"),
        Hint = string.Create(CultureInfo.InvariantCulture, $"set min_rows above {leftOut}, or combine columns with fewer values"),
    });
}
