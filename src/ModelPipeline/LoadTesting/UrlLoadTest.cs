using ModelPipeline.LoadTesting.Requests;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.LoadTesting.Usage;
using ModelPipeline.Runs;
using ModelPipeline.Serving;
using ModelPipeline.Storage;

namespace ModelPipeline.LoadTesting;

/// <summary>Puts a service that runs elsewhere under the load of a model's spec. It leaves no evidence: no gate depends on it.</summary>
public sealed class UrlLoadTest
{
    private readonly TimeProvider _clock;
    private readonly LoadPlan _plan;

    /// <summary>Makes the test.</summary>
    /// <param name="clock">The clock.</param>
    public UrlLoadTest(TimeProvider clock)
        : this(clock, new LoadPlan())
    {
    }

    internal UrlLoadTest(TimeProvider clock, LoadPlan plan) => (_clock, _plan) = (clock, plan);

    /// <summary>Makes the load and judges it as the step does, memory apart.</summary>
    /// <param name="run">The model's run; its candidate says which answers are correct.</param>
    /// <param name="address">The service's address, with a slash at its end.</param>
    /// <param name="apiKey">The key that the service asks for; <see langword="null"/> for none.</param>
    /// <param name="folder">Where the figure and the table go.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was found; the fact <c>bundle</c> tells whether the service answers with the candidate.</returns>
    /// <exception cref="InputException">There is no candidate.</exception>
    public async Task<StepOutcome> RunAsync(ModelRun run, Uri address, string? apiKey, string folder, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(progress);
        var candidate = run.OpenCandidate();
        var requests = ScoringRequests.Of(candidate, run.Engines, cancellation);
        var bundle = await BundleAsync(address, candidate.Digest, cancellation).ConfigureAwait(false);
        var (spec, plan) = (run.Spec.Load, _plan.For(run.Spec.Load));
        using var transport = new HttpTransport(address, requests.Requests, plan, apiKey, _clock);
        using var metrics = new MetricsPage(address, apiKey);
        var findings = await new LoadTrial(transport, new SleepingPacer(_clock), _clock, plan)
            .RunAsync(spec, run.Spec.Train.Seed, new UsageMeter(null, metrics, _clock), progress, cancellation).ConfigureAwait(false);
        var outcome = LoadRecord.Outcome(findings, spec, new LoadChecks(spec, plan).Of(findings, requests.Tolerance, isLocal: false));
        foreach (var (file, bytes) in outcome.Reports)
            AtomicFile.Write(Path.Combine(Directory.CreateDirectory(folder).FullName, file), bytes.Span);
        return outcome with
        {
            Candidate = candidate.Digest,
            Facts = new Dictionary<string, string>(LoadRecord.Facts(spec, address.ToString(), requests.Tolerance)) { ["bundle"] = bundle },
        };
    }

    private static async Task<string> BundleAsync(Uri address, Digest candidate, CancellationToken cancellation)
    {
        try
        {
            using var client = new ServiceClient(address);
            var digest = await client.ReadDigestAsync(cancellation).ConfigureAwait(false);
            return digest == candidate ? $"{digest}, the candidate's" : $"{digest}, another than the candidate's {candidate}";
        }
        catch (IOException fault)
        {
            return $"unknown: {fault.Message}";
        }
    }
}
