using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Differential.Causes;

/// <summary>The outputs mean something else: another positive class, other classes.</summary>
internal sealed class MeaningCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        var (champion, candidate) = (comparison.Champion.Manifest.Signature, comparison.Candidate.Manifest.Signature);
        if (champion.Task != candidate.Task || champion.Classes.SequenceEqual(candidate.Classes))
            yield break;
        var (gone, added) = (champion.Classes.Except(candidate.Classes).ToList(), candidate.Classes.Except(champion.Classes).ToList());
        if (gone.Count > 0)
            yield return $"the label has no class {Shown.Values(gone)} any more";
        if (added.Count > 0)
            yield return $"the label has the new class {Shown.Values(added)}";
        if (champion.Task == ModelTask.BinaryClassification && gone.Count == 0 && added.Count == 0)
            yield return $"the positive class is {QuotedText.Of(candidate.Classes[^1])} now, for the champion it is {QuotedText.Of(champion.Classes[^1])} (data.positive)";
    }
}
