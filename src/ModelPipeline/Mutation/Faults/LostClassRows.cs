using System.Text.RegularExpressions;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Mutation.Faults;

/// <summary>The class prior shifts: seven in ten rows of the rarest class are lost.</summary>
internal sealed class LostClassRows : IFault
{
    private const double Kept = 0.3;

    public string Name => "class-prior-shift";

    public string? NotApplicable(FaultSite site) => site.Spec.Task == ModelTask.Regression ? "a regression has no classes" : null;

    public FaultyData Inject(FaultSite site)
    {
        var random = site.RandomFor(Name);
        var codes = site.Data.Rows.Labels.Codes.ToArray();
        var rarest = Rarest(codes);
        return site.Only([.. Enumerable.Range(0, codes.Length).Where(row => codes[row] != rarest || random.NextDouble() < Kept)]);
    }

    /// <summary>Of two classes, the share of one says the other's.</summary>
    public string Cause(FaultSite site)
    {
        var labels = site.Data.Rows.Labels;
        IReadOnlyList<string> named = labels.Classes.Count == 2 ? labels.Classes : [labels.Classes[Rarest(labels.Codes.ToArray())]];
        return $"of the training labels are ({string.Join('|', named.Select(name => Regex.Escape(Shown.Value(name))))})";
    }

    private static int Rarest(int[] codes) => codes.GroupBy(code => code).OrderBy(rows => rows.Count()).ThenBy(rows => rows.Key).First().Key;
}
