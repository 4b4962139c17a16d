namespace ModelPipeline.Scoring.Invocations.Forms;

/// <summary>How many bytes of bodies may be held at once, over all requests. Safe to use from several threads.</summary>
/// <param name="bytes">So many.</param>
internal sealed class BodyBudget(long bytes)
{
    private long _free = bytes;

    /// <summary>Takes bytes; false, and nothing is taken, where there are not so many.</summary>
    public bool TryTake(long count)
    {
        if (Interlocked.Add(ref _free, -count) >= 0)
            return true;
        Return(count);
        return false;
    }

    /// <summary>Gives bytes back.</summary>
    public void Return(long count) => Interlocked.Add(ref _free, count);
}
