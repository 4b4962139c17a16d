using System.Globalization;

namespace ModelPipeline.Differential.Causes;

/// <summary>Versions of the engine or its libraries changed, or the seed and nothing else did. Another engine has other libraries anyway.</summary>
internal sealed class SoftwareCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        var (champion, candidate) = (comparison.Champion.Manifest, comparison.Candidate.Manifest);
        if (champion.Engine == candidate.Engine)
            foreach (var change in Change.Between(champion.Versions, candidate.Versions))
                yield return $"the version of {change}";
        if (champion.Seed != candidate.Seed && Novelty.IsSameBesideSeed(champion, candidate))
            yield return string.Create(CultureInfo.InvariantCulture, $"only the seed changed, from {champion.Seed} to {candidate.Seed}: same data, same recipe");
    }
}
