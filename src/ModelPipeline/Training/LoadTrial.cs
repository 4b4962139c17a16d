using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Processes;

namespace ModelPipeline.Training;

/// <summary>
/// Loads bundles in another process first, where they could end the process that loads them: native code does not survive every damaged model.
/// A bundle is tried once in the life of this process.
/// </summary>
/// <param name="worker">How the host is started again as a worker.</param>
public sealed class LoadTrial(WorkerCommand worker)
{
    private const int FirstSignal = 128;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<Digest> _loadable = [];
    private readonly Lock _gate = new();

    /// <summary>How long the loading may take.</summary>
    /// <value>Default: 2 minutes.</value>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Remembers that a bundle needs no trial, as this process has just trained it.</summary>
    internal void Trust(ModelBundle bundle)
    {
        lock (_gate)
            _loadable.Add(bundle.Digest);
    }

    /// <summary>Tries a bundle, unless that was done.</summary>
    /// <exception cref="InputException">Something that the engine needs is not there.</exception>
    /// <exception cref="InvalidDataException">The bundle cannot be loaded.</exception>
    /// <exception cref="OperationCanceledException">The trial was stopped.</exception>
    internal void Try(ModelBundle bundle, CancellationToken cancellation)
    {
        while (!_gate.TryEnter(Look))
            cancellation.ThrowIfCancellationRequested();
        try
        {
            if (_loadable.Contains(bundle.Digest))
                return;
            LoadElsewhere(bundle, cancellation);
            _loadable.Add(bundle.Digest);
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void LoadElsewhere(ModelBundle bundle, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = Start(new LoadJob(bundle.Folder));
        var answer = LastWords.ReadAsync(process.StandardOutput, LoadJob.LongestAnswer);
        var errors = LastWords.ReadAsync(process.StandardError);
        var ended = HasEnded(process, cancellation);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (!ended)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The model of the bundle in '{bundle.Folder}' could not be loaded within {Limit.TotalSeconds:0.###} s. If the machine was busy, run again."));
        switch (process.ExitCode)
        {
            case LoadJob.Loaded when answer.Result.EndsWith(LoadJob.LoadedAnswer(bundle.Digest), StringComparison.Ordinal):
                return;
            case LoadJob.Loaded:
                throw new InvalidDataException($"Nothing says that the model of the bundle in '{bundle.Folder}' can be loaded: the worker ended with exit code 0 and did not name this bundle's digest. Either the bundle changed, or the host's Main ends before RunModelPipeline(args){Said(errors.Result)}.");
            case LoadJob.Refused when LoadJob.ReasonIn(answer.Result, LoadJob.Refused) is { } reason:
                throw new InvalidDataException(reason);
            case LoadJob.Lacking when LoadJob.ReasonIn(answer.Result, LoadJob.Lacking) is { } reason:
                throw new InputException(reason);
            case LoadJob.Refused or LoadJob.Lacking:
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The worker that is to load the bundle in '{bundle.Folder}' first ended with exit code {process.ExitCode} before it tried{Said(errors.Result)}."));
            default:
                throw new InvalidDataException($"The model of the bundle in '{bundle.Folder}' is damaged: {Death(process.ExitCode)}{Said(errors.Result)}.");
        }
    }

    private bool HasEnded(Process process, CancellationToken cancellation)
    {
        for (var left = Limit; !process.WaitForExit(Look); left -= Look)
            if (left <= TimeSpan.Zero || cancellation.IsCancellationRequested)
                return false;
        return true;
    }

    private Process Start(LoadJob job)
    {
        var start = new ProcessStartInfo(worker.FileName, [.. worker.Arguments, .. job.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            throw new InvalidDataException($"The worker that is to load the bundle first cannot be started: {QuotedText.Escape(fault.Message, 400)}", fault);
        }
    }

    private static string Death(int exitCode) => exitCode > FirstSignal
        ? string.Create(CultureInfo.InvariantCulture, $"the library ended the process that loaded the model (signal {exitCode - FirstSignal})")
        : string.Create(CultureInfo.InvariantCulture, $"the process that loaded the model ended with exit code {exitCode}");

    private static string Said(string words) => words.Length == 0 ? "" : $"; its last words: '{words}'";
}
