using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.Causes;

/// <summary>The candidate was trained on the rows that it is tested on.</summary>
internal sealed class LeakCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        if (comparison is { Reference.IsTestSplit: true, SeenByCandidate: { Fault: null, Seen: > 0 } seen })
            yield return string.Create(CultureInfo.InvariantCulture, $"test rows leaked into the candidate's training: {seen.Seen:N0} of {seen.LookedUp:N0} that were looked up ({Shown.Percent(seen.Share)})");
    }
}
