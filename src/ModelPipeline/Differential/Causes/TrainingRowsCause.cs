using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>The training rows are fewer, older, or of another period.</summary>
internal sealed class TrainingRowsCause : ICause
{
    private const double Fewer = 0.95;

    public IEnumerable<string> Find(Comparison comparison)
    {
        var (champion, candidate) = (comparison.Champion.Manifest.Data, comparison.Candidate.Manifest.Data);
        if (candidate.TrainRows < Fewer * champion.TrainRows)
            yield return string.Create(CultureInfo.InvariantCulture, $"rows were lost: {candidate.TrainRows:N0} to train on, the champion had {champion.TrainRows:N0} ({Shown.Percent((double)candidate.TrainRows / champion.TrainRows)})");
        if (candidate.Newest < champion.Newest)
            yield return string.Create(CultureInfo.InvariantCulture, $"the data are older: the newest row is of {candidate.Newest:yyyy-MM-dd}, the champion's of {champion.Newest:yyyy-MM-dd}");
        else if (champion.Newest is not null && candidate.Newest is not null && (candidate.Newest > champion.Newest || candidate.Oldest != champion.Oldest))
            yield return string.Create(CultureInfo.InvariantCulture, $"the rows are of {candidate.Oldest:yyyy-MM-dd} to {candidate.Newest:yyyy-MM-dd}, the champion's of {champion.Oldest:yyyy-MM-dd} to {champion.Newest:yyyy-MM-dd}");
    }
}
