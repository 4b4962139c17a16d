using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ModelPipeline.Packaging;
using ModelPipeline.Processes;

namespace ModelPipeline.Serving;

/// <summary>The scoring service as a process of this machine. It ends with this object, and by itself where this process dies.</summary>
internal sealed class LocalService : IServiceInstance
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR"];

    private readonly Process _process;
    private readonly Task<string> _lastWords;
    private readonly Task<Uri?> _address;
    private readonly Task _output;

    private LocalService(Process process, long started)
    {
        (_process, Started) = (process, started);
        _lastWords = LastWords.ReadAsync(process.StandardError);
        var address = new TaskCompletionSource<Uri?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _address = address.Task;
        _output = ReadAsync(process.StandardOutput, address);
    }

    /// <inheritdoc/>
    public string Place => "a local process";

    /// <inheritdoc/>
    public Uri Address => _address.IsCompletedSuccessfully && _address.Result is { } address ? address : throw new InvalidOperationException("The service does not listen.");

    /// <inheritdoc/>
    public long Started { get; }

    /// <summary>Starts the service with a bundle on a free port of this machine, and waits until it listens.</summary>
    /// <param name="payload">The published service.</param>
    /// <param name="bundle">The bundle's folder.</param>
    /// <param name="limits">What it is told that it may use; nothing enforces it.</param>
    /// <param name="variables">The environment variables of this process that its engine reads.</param>
    /// <param name="clock">Tells when it was started.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="IOException">It cannot be started, ended at once, or did not listen in time.</exception>
    public static async Task<LocalService> StartAsync(
        ServicePayload payload, string bundle, ContainerLimits limits, IReadOnlyList<string> variables, TimeProvider clock, CancellationToken cancellation)
    {
        var service = new LocalService(Start(payload, bundle, limits, variables, clock, out var started), started);
        try
        {
            if (await service._address.WaitAsync(LongestStart, clock, cancellation).ConfigureAwait(false) is null)
                throw new IOException($"The scoring service did not start: {await service.EndAsync(cancellation).ConfigureAwait(false)}");
            return service;
        }
        catch (TimeoutException)
        {
            await service.DisposeAsync().ConfigureAwait(false);
            throw new IOException(FormattableString.Invariant($"The scoring service did not listen within {LongestStart.TotalSeconds:0.#} s."));
        }
        catch
        {
            await service.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<ServiceUsage?> ReadUsageAsync(CancellationToken cancellation)
    {
        _process.Refresh();
        try
        {
            return Task.FromResult(_process.HasExited ? null : new ServiceUsage(_process.TotalProcessorTime, _process.WorkingSet64));
        }
        catch (InvalidOperationException) when (_process.HasExited)
        {
            return Task.FromResult<ServiceUsage?>(null);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> ReadEndAsync(CancellationToken cancellation) =>
        _process.HasExited ? await EndAsync(cancellation).ConfigureAwait(false) : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await _output.ConfigureAwait(false);
        _process.Dispose();
    }

    private static Process Start(ServicePayload payload, string bundle, ContainerLimits limits, IReadOnlyList<string> variables, TimeProvider clock, out long started)
    {
        var start = new ProcessStartInfo(payload.Executable, ["serve", "--bundle", Path.GetFullPath(bundle), "--address", "http://127.0.0.1:0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except([.. Inherited, .. variables]).ToList())
            start.Environment.Remove(name);
        start.Environment["SCORING_STOP_WITH_INPUT"] = "true";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_PROCESSOR_COUNT"] = Math.Ceiling(limits.Cpus).ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_GCHeapHardLimit"] = (limits.MemoryBytes / 4 * 3).ToString("x", CultureInfo.InvariantCulture); // the share that the runtime takes in a container
        try
        {
            started = clock.GetTimestamp();
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new IOException($"The scoring service cannot be started: {QuotedText.Escape(fault.Message, 400)}", fault);
        }
    }

    /// <summary>Reads the service's log until it ends; the address stands in the line that says that it listens.</summary>
    private static async Task ReadAsync(StreamReader log, TaskCompletionSource<Uri?> address)
    {
        while (await log.ReadLineAsync().ConfigureAwait(false) is { } line)
            if (!address.Task.IsCompleted && AddressIn(line) is { } found)
                address.SetResult(found);
        address.TrySetResult(null);
    }

    private static Uri? AddressIn(string line)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            return entry.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("event", out var name) && name.ValueEquals("listening")
                && root.TryGetProperty("address", out var address) && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var uri)
                ? uri
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<string> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        var words = await _lastWords.WaitAsync(cancellation).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {_process.ExitCode}{(words.Length == 0 ? " and without a word" : $"; its last words: '{words}'")}");
    }
}
