using System.Globalization;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.LoadTesting.Usage;
using ModelPipeline.Specs;

namespace ModelPipeline.LoadTesting;

/// <summary>Puts a service under load: finds out what it can give, then sends what the spec says, then step by step up to saturation.</summary>
/// <param name="transport">Sends.</param>
/// <param name="pacer">Waits.</param>
/// <param name="clock">The clock.</param>
/// <param name="plan">How the load is made.</param>
internal sealed class LoadTrial(ITransport transport, IPacer pacer, TimeProvider clock, LoadPlan plan)
{
    /// <summary>Makes the load.</summary>
    /// <param name="spec">What the service must bear.</param>
    /// <param name="seed">The seed of the arrivals.</param>
    /// <param name="meter">Measures what is used.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<LoadFindings> RunAsync(LoadSpec spec, long seed, UsageMeter meter, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("looking for the capacity");
        var probe = new ClosedLoop(transport, clock);
        var capacity = await probe.RunAsync(plan.ProbeConnections, plan.WarmUp, plan.Probe, cancellation).ConfigureAwait(false);

        progress.Report(string.Create(CultureInfo.InvariantCulture, $"{spec.Rate:0.##} requests/s for {spec.Seconds:0.##} s"));
        await meter.BeginAsync(cancellation).ConfigureAwait(false);
        var load = await LoadAsync(spec.Arrivals, spec.Rate, plan.WarmUp, TimeSpan.FromSeconds(spec.Seconds), seed, cancellation).ConfigureAwait(false);
        var usage = await meter.EndAsync(cancellation).ConfigureAwait(false);
        var steps = await StepsAsync(spec.Arrivals, capacity, seed, progress, cancellation).ConfigureAwait(false);
        return new LoadFindings(capacity, load, usage, steps, probe.Wrong, probe.Fault);
    }

    private async Task<List<LoadStep>> StepsAsync(Arrivals arrivals, double capacity, long seed, IProgress<string> progress, CancellationToken cancellation)
    {
        var steps = new List<LoadStep>();
        foreach (var share in capacity * plan.Step.TotalSeconds < 1 ? [] : plan.Steps)
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{share * capacity:N0} requests/s, {share * 100:0}% of the capacity"));
            var reading = await LoadAsync(arrivals, share * capacity, TimeSpan.Zero, plan.Step, seed, cancellation).ConfigureAwait(false);
            steps.Add(new(share.ToString("0.##", CultureInfo.InvariantCulture), reading));
            if (reading.AnsweredRate < plan.LeastAnswered * reading.DueRate)
                break;
        }

        return steps;
    }

    private Task<LoadReading> LoadAsync(Arrivals arrivals, double rate, TimeSpan warmUp, TimeSpan length, long seed, CancellationToken cancellation) =>
        new OpenLoop(transport, pacer, clock, plan).RunAsync(ArrivalSchedule.Of(arrivals, rate, warmUp + length, seed), warmUp, warmUp + length, cancellation);
}
