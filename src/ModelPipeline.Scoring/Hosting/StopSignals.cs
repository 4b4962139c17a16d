using System.Runtime.InteropServices;
using ModelPipeline.Runs;

namespace ModelPipeline.Scoring.Hosting;

/// <summary>Takes SIGTERM and Ctrl+C: the first asks the service to stop, the second ends it at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() =>
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take), PosixSignalRegistration.Create(PosixSignal.SIGINT, Take)];

    /// <summary>Ends with the first signal.</summary>
    public Task First => _first.Task;

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!_first.TrySetResult())
            Environment.Exit(ExitCodes.Broken);
    }
}
