using System.Diagnostics.CodeAnalysis;

namespace ModelPipeline.Runs;

/// <summary>Lets one run at a time write a workspace.</summary>
public sealed class WorkspaceLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private WorkspaceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, waiting for another run to release it.</summary>
    /// <param name="workspace">The workspace's folder; made where it is not there.</param>
    /// <param name="reporter">Told once where there is something to wait for.</param>
    /// <param name="clock">Paces the waiting.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="InputException">The workspace cannot be written.</exception>
    public static async Task<WorkspaceLock> TakeAsync(string workspace, IStepReporter reporter, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reporter);
        FileStream? file;
        for (var waited = false; !TryOpen(workspace, out file); waited = true)
        {
            if (!waited)
                reporter.Waiting(workspace);
            await Task.Delay(Pause, clock, cancellation).ConfigureAwait(false);
        }

        return new WorkspaceLock(file);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static bool TryOpen(string workspace, [NotNullWhen(true)] out FileStream? file)
    {
        file = null;
        var path = Path.Combine(workspace, ".lock");
        try
        {
            Directory.CreateDirectory(workspace);
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException fault) when (IsHeldByAnother(fault))
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The workspace '{workspace}' cannot be written: {fault.Message} Choose another with --workspace.");
        }
    }

    /// <summary>Whether the file cannot be opened because another process has it: EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.</summary>
    internal static bool IsHeldByAnother(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
