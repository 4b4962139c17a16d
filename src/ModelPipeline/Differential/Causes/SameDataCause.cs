namespace ModelPipeline.Differential.Causes;

/// <summary>The data files are the champion's.</summary>
internal sealed class SameDataCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        var (champion, candidate) = (comparison.Champion.Manifest.Data, comparison.Candidate.Manifest.Data);
        if (champion.Digest != candidate.Digest)
            yield break;
        yield return champion.TrainSplit == candidate.TrainSplit
            ? "the data are unchanged since the champion, and so are the training rows"
            : "the data are unchanged since the champion; they are split otherwise";
    }
}
