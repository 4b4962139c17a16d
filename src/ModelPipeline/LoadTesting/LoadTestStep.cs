using ModelPipeline.Evidence;
using ModelPipeline.LoadTesting.Requests;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.LoadTesting.Usage;
using ModelPipeline.Packaging;
using ModelPipeline.Runs;
using ModelPipeline.Serving;
using ModelPipeline.Training;

namespace ModelPipeline.LoadTesting;

/// <summary>Puts the packaged service under the load that the spec says it must bear.</summary>
public sealed class LoadTestStep : IStep
{
    private readonly IServiceLauncher _launcher;
    private readonly TimeProvider _clock;
    private readonly LoadPlan _plan;

    /// <summary>Makes the step.</summary>
    /// <param name="launcher">Starts the service.</param>
    /// <param name="clock">The clock.</param>
    public LoadTestStep(IServiceLauncher launcher, TimeProvider clock)
        : this(launcher, clock, new LoadPlan())
    {
    }

    internal LoadTestStep(IServiceLauncher launcher, TimeProvider clock, LoadPlan plan) => (_launcher, _clock, _plan) = (launcher, clock, plan);

    /// <inheritdoc/>
    public string Name => StepNames.LoadTest;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.Package];

    /// <summary>The bundle, and what Package knows of the image: its digest and where it was tried.</summary>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var package = run.Workspace.Evidence.Read(StepNames.Package)?.Facts ?? new Dictionary<string, string>();
        return [$"{run.CandidateDigest}", .. package.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}")];
    }

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        return BundleDigest.IsOf(run.Workspace.Bundle, last.Candidate);
    }

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var candidate = run.OpenCandidate();
        var requests = ScoringRequests.Of(candidate, run.Engines, cancellation);
        progress.Report("starting the service");
        var limits = new ContainerLimits((long)run.Spec.Load.MemoryMb << 20, run.Spec.Load.Cpus);
        try
        {
            var service = await _launcher.StartAsync(run, limits, progress, cancellation).ConfigureAwait(false);
            await using (service.ConfigureAwait(false))
            {
                var outcome = await LoadAsync(run, service, requests, progress, cancellation).ConfigureAwait(false);
                return outcome with
                {
                    Candidate = candidate.Digest,
                    Facts = LoadRecord.Facts(run.Spec.Load, service.Place, requests.Tolerance),
                    Checks = [.. outcome.Checks, PackageChecks.OfContainer(service, run.Spec.Package.Container, null)],
                };
            }
        }
        catch (IOException fault)
        {
            return new StepOutcome { Summary = fault.Message, Candidate = candidate.Digest, Checks = [PackageChecks.OfBroken(fault.Message)] };
        }
    }

    private async Task<StepOutcome> LoadAsync(ModelRun run, IServiceInstance service, ScoringRequests requests, IProgress<string> progress, CancellationToken cancellation)
    {
        var (spec, plan) = (run.Spec.Load, _plan.For(run.Spec.Load));
        if (await WhyNotReadyAsync(service, cancellation).ConfigureAwait(false) is { } reason)
            return Ended(reason);
        using var transport = new HttpTransport(service.Address, requests.Requests, plan, null, _clock);
        using var metrics = new MetricsPage(service.Address, null);
        var watch = new ServiceWatch(service, plan.Sampling, _clock, cancellation);
        await using (watch.ConfigureAwait(false))
        {
            try
            {
                var meter = new UsageMeter(watch, metrics, _clock);
                var findings = await new LoadTrial(transport, new SleepingPacer(_clock), _clock, plan)
                    .RunAsync(spec, run.Spec.Train.Seed, meter, progress, watch.Stopped).ConfigureAwait(false);
                return await service.ReadEndAsync(cancellation).ConfigureAwait(false) is { } end
                    ? Ended($"the service ended under load: {end}")
                    : LoadRecord.Outcome(findings, spec, new LoadChecks(spec, plan).Of(findings, requests.Tolerance, isLocal: true));
            }
            catch (OperationCanceledException) when (watch.End is not null && !cancellation.IsCancellationRequested)
            {
                return Ended($"the service ended under load: {watch.End}");
            }
        }
    }

    /// <summary>Why the service ended before it was ready. That of a service that runs and is not ready nobody can say.</summary>
    private async Task<string?> WhyNotReadyAsync(IServiceInstance service, CancellationToken cancellation)
    {
        try
        {
            using var client = new ServiceClient(service.Address);
            await client.WaitUntilReadyAsync(service, _plan.LongestStart, _clock, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (IOException fault)
        {
            if (await service.ReadEndAsync(cancellation).ConfigureAwait(false) is null)
                throw;
            return fault.Message;
        }
    }

    private static StepOutcome Ended(string reason) => new() { Summary = reason, Checks = [LoadChecks.Ended(reason)] };
}
