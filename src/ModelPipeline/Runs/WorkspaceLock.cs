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
        Create(workspace);
        for (var waited = false; ; waited = true)
        {
            try
            {
                var path = Path.Combine(workspace, ".lock");
                return new WorkspaceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (Directory.Exists(workspace))
            {
                if (!waited)
                    reporter.Waiting(workspace);
                await Task.Delay(Pause, clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Create(string workspace)
    {
        try
        {
            Directory.CreateDirectory(workspace);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The workspace '{workspace}' cannot be made: {fault.Message} Choose another with --workspace.");
        }
    }
}
