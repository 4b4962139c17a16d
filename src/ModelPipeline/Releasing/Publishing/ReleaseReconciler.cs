using ModelPipeline.Git;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Observes, decides one action, acts, observes again, until nothing is left to do. It may be killed at any point and begun anew by anybody.</summary>
/// <param name="plan">What is to be there in the end.</param>
/// <param name="rejudgement">Asks the gate again.</param>
/// <param name="observer">Reads what is there.</param>
/// <param name="actions">Does one thing.</param>
/// <param name="patience">Bounds and paces the tries.</param>
/// <param name="progress">Takes a few words on what is being done.</param>
internal sealed class ReleaseReconciler(
    ReleasePlan plan, Rejudgement rejudgement, ReleaseObserver observer, ReleaseActions actions, Patience patience, IProgress<string> progress)
{
    private const int MostRounds = 500;

    /// <summary>Does all of it.</summary>
    /// <param name="cancellation">Stops it between any two requests.</param>
    public async Task<ReleaseResult> RunAsync(CancellationToken cancellation)
    {
        ReleaseState? state = null;
        NextAction? last = null;
        string? trouble = null;
        for (var round = 0; round < MostRounds; round++)
        {
            NextAction? acting = null;
            try
            {
                state = await observer.ObserveAsync(plan, cancellation).ConfigureAwait(false);
                var action = ReleaseDecision.Next(plan, state);
                if (action is NextAction.Done)
                    return new ReleaseResult(state, null, null);
                if (action is NextAction.Stop stop && stop == last)
                    return new ReleaseResult(state, stop.Check, stop.Reason);
                var isNew = action.Text(plan) != last?.Text(plan);
                if (isNew)
                    patience.Reset();
                last = acting = action;
                if (action is NextAction.Merge or NextAction.CreateTag && await rejudgement.RunAsync(state, cancellation).ConfigureAwait(false) is { } objection)
                    return new ReleaseResult(state, objection.Check, objection.Reason);
                trouble = await ActAsync(action, state, cancellation).ConfigureAwait(false)
                    ?? (isNew || action is NextAction.Wait ? null : $"{action.Text(plan)} had no effect");
            }
            catch (Exception fault) when (fault is RemoteException or IOException)
            {
                trouble = fault.Message;
                progress.Report(fault.Message);
            }
            catch (InvalidDataException fault)
            {
                return new ReleaseResult(state, acting?.Part ?? PublishingChecks.Assets, fault.Message);
            }
            catch (InputException fault)
            {
                return new ReleaseResult(state, acting?.Part ?? PublishingChecks.Image, fault.Message);
            }

            if (trouble is not null && !await patience.TryAgainAsync(cancellation).ConfigureAwait(false))
                break;
        }

        return new ReleaseResult(state, last?.Part, trouble ?? "it did not come to an end: other runs may be changing the same release");
    }

    /// <returns>Why nothing came of it; <see langword="null"/> where something did.</returns>
    private async Task<string?> ActAsync(NextAction action, ReleaseState state, CancellationToken cancellation)
    {
        switch (action)
        {
            case NextAction.Stop stop:
                return stop.Reason;
            case NextAction.Wait wait:
                progress.Report(wait.Reason);
                await patience.LetOtherAsync(cancellation).ConfigureAwait(false);
                return null;
            case NextAction.PushImage:
                observer.ForgetImage();
                return await actions.RunAsync(action, state, cancellation).ConfigureAwait(false);
            default:
                return await actions.RunAsync(action, state, cancellation).ConfigureAwait(false);
        }
    }
}
