namespace Shared.GitHub;

/// <content>Ending the one who asks, at one request.</content>
internal sealed partial class GitHubDouble
{
    /// <summary>Ends the one who asks right before a request is processed: it does not happen.</summary>
    /// <param name="number">Which request from now on, from 1.</param>
    /// <param name="kill">Ends the one who asks, for example by cancelling its token.</param>
    public void KillBefore(int number, Action kill) => KillAt(number, kill, Fault.DropBefore);

    /// <summary>Ends the one who asks right after a request is processed: it happened, and nobody knows.</summary>
    /// <inheritdoc cref="KillBefore"/>
    public void KillAfter(int number, Action kill) => KillAt(number, kill, Fault.DropAfter);

    /// <summary>Whoever asks from now on lives.</summary>
    public void StopKilling() => (Faults, OnBefore, OnAfter) = (null, null, null);

    private void KillAt(int number, Action kill, Fault fault)
    {
        int last;
        lock (Lock)
            last = _asked + number;
        Faults = request => request.Number == last ? fault : request.Number > last ? Fault.DropBefore : null;
        OnBefore = request => EndAt(request, fault.DropsBefore);
        OnAfter = request => EndAt(request, fault.DropsAfter);

        void EndAt(FakeRequest request, bool isNow)
        {
            if (isNow && request.Number == last)
                kill();
        }
    }
}
