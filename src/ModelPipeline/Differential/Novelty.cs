using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>What is new about a candidate.</summary>
internal static class Novelty
{
    /// <summary>Whether the candidate was made of the champion's rows by the champion's recipe, seed included.</summary>
    public static bool IsRetraining(BundleManifest champion, BundleManifest candidate) =>
        IsSameBesideSeed(champion, candidate) && champion.Seed == candidate.Seed;

    /// <summary>Whether the candidate was made of the champion's rows by the champion's recipe, whatever the seed.</summary>
    public static bool IsSameBesideSeed(BundleManifest champion, BundleManifest candidate) =>
        champion.Data.Digest == candidate.Data.Digest
        && champion.Data.TrainSplit == candidate.Data.TrainSplit
        && champion.Engine == candidate.Engine
        && champion.Trainer == candidate.Trainer
        && SameParameters(champion.Parameters, candidate.Parameters)
        && champion.Signature.Classes.SequenceEqual(candidate.Signature.Classes)
        && champion.Signature.Inputs.Select(input => (input.Name, input.Type)).SequenceEqual(candidate.Signature.Inputs.Select(input => (input.Name, input.Type)));

    private static bool SameParameters(TrainerParameters champion, TrainerParameters candidate) =>
        champion.Values.Count == candidate.Values.Count
        && champion.Values.All(parameter => candidate.Values.TryGetValue(parameter.Key, out var other) && Equals(parameter.Value, other));
}
