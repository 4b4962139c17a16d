using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Reading;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing;

/// <summary>Decides whether a pull request's release is approved: reads everything from the host, and judges it by what the base demands.</summary>
public sealed class ReleaseGate : IReleaseGate
{
    private const int MostReadings = 3;
    private readonly ReleasePlace _place;
    private readonly Func<SpecFiles, SpecReading> _readSpec;

    /// <summary>Makes the gate of a place.</summary>
    /// <param name="place">Where releases are proposed.</param>
    /// <param name="specs">Reads the base's spec.</param>
    public ReleaseGate(ReleasePlace place, SpecReader specs)
        : this(place, specs.Read)
    {
    }

    /// <summary>Makes the gate of a place.</summary>
    /// <param name="place">Where releases are proposed.</param>
    /// <param name="readSpec">Reads the base's spec from its bytes.</param>
    internal ReleaseGate(ReleasePlace place, Func<SpecFiles, SpecReading> readSpec)
    {
        _place = place;
        _readSpec = readSpec;
    }

    /// <inheritdoc/>
    public async Task<GateRuling> JudgeAsync(ModelRun run, int pullRequest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        cancellation.ThrowIfCancellationRequested();
        if (_place.Host is not { } host)
            return Unreadable("there is no host that pull requests could be read from");
        PullRequest? request = null;
        try
        {
            for (var reading = 0; reading < MostReadings; reading++)
            {
                request = await host.PullRequests.ReadAsync(pullRequest, cancellation).ConfigureAwait(false);
                if (request is null)
                    return Unreadable("there is no such pull request");
                if (await JudgeAsync(host, run, request, cancellation).ConfigureAwait(false) is { } ruling)
                    return ruling;
            }

            return Unreadable("the pull request or its base changed each time it was read: run the target GateRelease again", request);
        }
        catch (Exception fault) when (fault is RemoteException or InvalidDataException or IOException or InputException)
        {
            return Unreadable(QuotedText.Escape(fault.Message, 1000), request);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !(fault is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            return Unreadable($"{fault.GetType().Name}: {QuotedText.Escape(fault.Message, 1000)}", request);
        }
    }

    /// <summary>The name of the gate's own check run, which is never one of those that it requires.</summary>
    /// <param name="model">The model's name.</param>
    internal static string CheckName(string model) => $"model-release / {model}";

    /// <summary>Judges a pull request; <see langword="null"/> where it or its base changed meanwhile (R2).</summary>
    private async Task<GateRuling?> JudgeAsync(IReleaseHost host, ModelRun run, PullRequest request, CancellationToken cancellation)
    {
        var (bases, people) = (new BaseReader(host, _place.Artifacts, _readSpec), new FactsReader(host));
        var commit = await bases.CommitAsync(request, cancellation).ConfigureAwait(false);
        var files = await people.ReadFilesAsync(request, cancellation).ConfigureAwait(false);
        var head = await new HeadReader(host.Git, _place.Artifacts).ReadAsync(run, request, files, commit, cancellation).ConfigureAwait(false);
        var at = await bases.ReadAsync(run, commit, head.Document?.Challenger, cancellation).ConfigureAwait(false);
        var facts = await people.ReadAsync(run, request, at, head, cancellation).ConfigureAwait(false);
        var last = await host.PullRequests.ReadAsync(request.Number, cancellation).ConfigureAwait(false);
        return last == request && await bases.CommitAsync(last, cancellation).ConfigureAwait(false) == commit ? Judge(at, head, facts) : null;
    }

    private static GateRuling Judge(ReleaseBase at, ReleaseHead head, ApprovalFacts facts)
    {
        var own = CheckName(at.Spec.Name);
        var policy = at.Spec.Release with { Checks = [.. at.Spec.Release.Checks.Where(name => name != own)] };
        var approvals = head.Folder is null ? new ApprovalJudgement([], []) : ApprovalRules.Judge(facts, policy);
        return new GateRuling
        {
            Checks = [.. HeadChecks.JudgeAll(at, head), .. approvals.Checks],
            Request = facts.Request,
            Base = at.Commit,
            Release = head.Document,
            Document = head.Document is null ? null : head.DigestOf(ReleaseDocument.FileName),
            Spec = at.Spec,
            Reviewers = approvals.Reviewers,
            Facts = facts,
        };
    }

    private static GateRuling Unreadable(string reason, PullRequest? request = null) => new()
    {
        Checks = [new Check { Name = RequestState.CheckName, Status = Status.Error, Reason = $"nothing can be said of the pull request: {reason}" }],
        Request = request,
    };
}
