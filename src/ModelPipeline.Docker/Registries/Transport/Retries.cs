using System.Globalization;

namespace ModelPipeline.Docker.Registries.Transport;

/// <summary>Does again what failed for the moment: up to six times, after 1, 2, 4, 8 and 16 s, or as long as the registry says.</summary>
/// <param name="clock">Waits.</param>
/// <param name="progress">Takes why it waits.</param>
internal sealed class Retries(TimeProvider clock, IProgress<string> progress)
{
    private const int MostAttempts = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Does something until it succeeds.</summary>
    /// <param name="attempt">What to do; its <see cref="TransientException"/> is followed by another attempt.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="IOException">The last attempt failed, or the registry wants more than 2 minutes.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> attempt, CancellationToken cancellation)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await attempt();
            }
            catch (TransientException fault) when (failures + 1 < MostAttempts && Wait(fault, failures) <= LongestWait)
            {
                var wait = Wait(fault, failures);
                progress.Report(string.Create(CultureInfo.InvariantCulture, $"{fault.Message}; again in {wait.TotalSeconds:0.#} s"));
                await Task.Delay(wait, clock, cancellation);
            }
            catch (TransientException fault)
            {
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{fault.Message} (attempt {failures + 1}). Try again later: what arrived is not transferred again."), fault);
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<Task> attempt, CancellationToken cancellation) => RunAsync(
        async () =>
        {
            await attempt();
            return true;
        },
        cancellation);

    private static TimeSpan Wait(TransientException fault, int failures) => fault.RetryAfter ?? TimeSpan.FromSeconds(1 << failures);
}
