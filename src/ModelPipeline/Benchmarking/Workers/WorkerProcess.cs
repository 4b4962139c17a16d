using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Processes;

namespace ModelPipeline.Benchmarking.Workers;

/// <summary>A worker as the one who asks it sees it. It ends with this object, and by itself where the asking process dies.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly string _name;
    private readonly Process _process;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _clock;
    private readonly LineReader _lines;
    private readonly Task<string> _lastWords;

    private WorkerProcess(string name, Process process, TimeSpan limit, TimeProvider clock)
    {
        (_name, _process, _limit, _clock) = (name, process, limit, clock);
        _lines = new LineReader(process.StandardOutput.BaseStream);
        _lastWords = LastWords.ReadAsync(process.StandardError);
    }

    /// <summary>Starts a worker.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="command">How the host is started as a worker.</param>
    /// <param name="job">What it is to do.</param>
    /// <param name="limit">How long one answer may take.</param>
    /// <param name="clock">Measures that.</param>
    /// <exception cref="WorkerException">It cannot be started.</exception>
    public static WorkerProcess Start(string name, WorkerCommand command, WorkerJob job, TimeSpan limit, TimeProvider clock)
    {
        var start = new ProcessStartInfo(command.FileName, [.. command.Arguments, .. job.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in WorkerEnvironment.Variables)
            start.Environment[variable] = value;
        try
        {
            return new(name, Process.Start(start)!, limit, clock);
        }
        catch (Win32Exception fault)
        {
            throw new WorkerException($"{name} cannot be started: {QuotedText.Escape(fault.Message, 400)}", fault);
        }
    }

    /// <summary>Sends a message.</summary>
    /// <exception cref="WorkerException">The worker has ended.</exception>
    public async Task SendAsync(string message, CancellationToken cancellation)
    {
        try
        {
            await _process.StandardInput.WriteAsync($"{message}\n".AsMemory(), cancellation).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw await EndedAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Takes an answer.</summary>
    /// <param name="word">The word that it must begin with.</param>
    /// <param name="count">How many numbers must follow.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="WorkerException">There is none in time, or it is not one.</exception>
    public async Task<long[]> ReceiveAsync(string word, int count, CancellationToken cancellation)
    {
        string? line;
        try
        {
            line = await _lines.ReadAsync().WaitAsync(_limit, _clock, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new WorkerException(string.Create(CultureInfo.InvariantCulture, $"{_name} gave no answer within {_limit.TotalSeconds:0.###} s"));
        }
        catch (InvalidDataException fault)
        {
            throw new WorkerException($"{_name} printed {fault.Message}", fault);
        }

        return line switch
        {
            null => throw await EndedAsync(cancellation).ConfigureAwait(false),
            _ when line.StartsWith("fault ", StringComparison.Ordinal) => throw new WorkerException($"{_name} failed: {QuotedText.Escape(line["fault ".Length..], 400)}"),
            _ => Numbers(line, word, count) ?? throw new WorkerException($"{_name} printed {QuotedText.Of(line)} where its answer to '{word}' was expected: the host's program may print nothing before RunModelPipeline where its first argument is 'worker'"),
        };
    }

    /// <summary>Sends a message and takes the answer.</summary>
    /// <exception cref="WorkerException">There is none in time, or it is not one.</exception>
    public async Task<long[]> AskAsync(string message, int count, CancellationToken cancellation)
    {
        await SendAsync(message, cancellation).ConfigureAwait(false);
        return await ReceiveAsync(message.Split(' ')[0], count, cancellation).ConfigureAwait(false);
    }

    /// <summary>Kills the worker and whatever it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        _process.Dispose();
    }

    private static long[]? Numbers(string line, string word, int count)
    {
        var words = line.Split(' ');
        var numbers = new long[count];
        if (words.Length != count + 1 || words[0] != word)
            return null;
        for (var i = 0; i < count; i++)
            if (!long.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        return numbers;
    }

    /// <summary>What to say of a worker that talks no more. One that ended together with the run is at no fault.</summary>
    private async Task<WorkerException> EndedAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var words = await _lastWords.WaitAsync(_limit, _clock, cancellation).ConfigureAwait(false);
            await _process.WaitForExitAsync(cancellation).WaitAsync(_limit, _clock, cancellation).ConfigureAwait(false);
            var said = words.Length == 0 ? " and without a word" : $"; its last words: '{words}'";
            return new WorkerException(string.Create(CultureInfo.InvariantCulture, $"{_name} ended with exit code {_process.ExitCode}{said}"));
        }
        catch (TimeoutException)
        {
            return new WorkerException($"{_name} closed its output and went on");
        }
    }
}
