using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>
/// What callers notice. The measure is the scoring service as it is packaged: it refuses columns that the model does not read, categories that training did not see, and
/// missing values in columns that were complete in training.
/// </summary>
internal static class SignatureChanges
{
    /// <summary>Changes of the task, the classes, the outputs and the inputs.</summary>
    public static IEnumerable<VersionChange> Between(BundleManifest champion, BundleManifest candidate) =>
        [.. OfAnswers(champion.Signature, candidate.Signature), .. OfInputs(champion, candidate)];

    private static IEnumerable<VersionChange> OfAnswers(ModelSignature champion, ModelSignature candidate)
    {
        if (champion.Task != candidate.Task)
            yield return Breaks($"the task is {Words.Of(candidate.Task)}, the champion's {Words.Of(champion.Task)}");
        string[] gone = [.. champion.Outputs.Except(candidate.Outputs)];
        if (gone.Length > 0)
            yield return Breaks($"the answers lack {Shown.Values(gone)}");
        if (champion.Classes.Except(candidate.Classes).ToArray() is { Length: > 0 } lost)
            yield return Breaks($"the label has no class {Shown.Values(lost)} any more");
        if (candidate.Classes.Except(champion.Classes).ToArray() is { Length: > 0 } added)
            yield return Breaks($"the label has the new class {Shown.Values(added)}, which callers do not know");
        if (champion.Task == ModelTask.BinaryClassification && candidate.Task == champion.Task && champion.Classes[^1] != candidate.Classes[^1])
            yield return Breaks($"the probability is that of {Shown.Value(candidate.Classes[^1])}, the champion's that of {Shown.Value(champion.Classes[^1])}");
    }

    private static IEnumerable<VersionChange> OfInputs(BundleManifest champion, BundleManifest candidate)
    {
        var (before, after) = (ByName(champion), ByName(candidate));
        foreach (var name in before.Keys.Except(after.Keys))
            yield return Breaks($"input {QuotedText.Of(name)} is gone");
        foreach (var name in after.Keys.Except(before.Keys))
            yield return MayBeMissing(candidate, name)
                ? new VersionChange(VersionBump.Minor, $"input {QuotedText.Of(name)} is new and need not be sent")
                : Breaks($"input {QuotedText.Of(name)} is new and must be sent");
        foreach (var name in before.Keys.Intersect(after.Keys))
            foreach (var change in OfInput(before[name], after[name], MayBeMissing(champion, name), MayBeMissing(candidate, name)))
                yield return change;
    }

    private static IEnumerable<VersionChange> OfInput(FeatureSignature before, FeatureSignature after, bool couldBeMissing, bool mayBeMissing)
    {
        var name = QuotedText.Of(after.Name);
        if (before.Type != after.Type)
        {
            yield return Breaks($"input {name} is {Words.Of(after.Type)}, the champion's {Words.Of(before.Type)}");
            yield break;
        }

        if (couldBeMissing && !mayBeMissing)
            yield return Breaks($"input {name} must be sent: training lacked no value of it");
        if (before.Categories.Except(after.Categories).ToArray() is { Length: > 0 } gone)
            yield return Breaks($"input {name} may not be {Shown.Values(gone)} any more");
        if (after.Categories.Except(before.Categories).ToArray() is { Length: > 0 } added)
            yield return new VersionChange(VersionBump.Patch, $"input {name} may also be {Shown.Values(added)}");
    }

    private static Dictionary<string, FeatureSignature> ByName(BundleManifest manifest) => manifest.Signature.Inputs.ToDictionary(input => input.Name, StringComparer.Ordinal);

    private static bool MayBeMissing(BundleManifest manifest, string input) => manifest.Data.Columns.FirstOrDefault(column => column.Name == input) is { Missing: > 0 };

    private static VersionChange Breaks(string reason) => new(VersionBump.Major, reason);
}
