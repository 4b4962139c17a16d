using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>Two started workers that score the same blocks, at the same time where each has a core of its own.</summary>
internal sealed class WorkerPair : IAsyncDisposable
{
    private WorkerPair(WorkerProcess tested, WorkerProcess champion) => (Tested, Champion) = (tested, champion);

    public WorkerProcess Tested { get; }

    public WorkerProcess Champion { get; }

    /// <summary>Whether each worker has a core of its own.</summary>
    public bool Pinned { get; private set; }

    /// <summary>Starts two workers. What they then do is asked with <see cref="BothAsync"/>.</summary>
    /// <param name="setting">The duet's setting.</param>
    /// <param name="tested">The name and job of the worker beside the champion's.</param>
    /// <param name="champion">The name and job of the champion's worker.</param>
    /// <exception cref="WorkerException">One of them cannot be started.</exception>
    public static async Task<WorkerPair> StartAsync(DuetSetting setting, (string Name, WorkerJob Job) tested, (string Name, WorkerJob Job) champion)
    {
        WorkerProcess Start((string Name, WorkerJob Job) worker) => WorkerProcess.Start(worker.Name, setting.Command, worker.Job, setting.Plan.Answer, setting.Clock);
        var first = Start(tested);
        try
        {
            return new WorkerPair(first, Start(champion));
        }
        catch
        {
            await first.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether both workers know their processor time, and it tells what scoring takes; the first thing that they say.</summary>
    public Task<bool> GreetAsync(CancellationToken cancellation) => AgreeAsync("hello", cancellation);

    /// <summary>Moves each worker to a core, if the system lets it.</summary>
    public async Task PinAsync((int Tested, int Champion) cores, CancellationToken cancellation)
    {
        await Tested.SendAsync($"core {cores.Tested}", cancellation).ConfigureAwait(false);
        await Champion.SendAsync($"core {cores.Champion}", cancellation).ConfigureAwait(false);
        Pinned = await AgreeAsync("core", cancellation).ConfigureAwait(false);
    }

    /// <summary>The peaks of the memory so far.</summary>
    public async Task<(long Tested, long Champion)> PeaksAsync(CancellationToken cancellation) =>
        ((await Tested.AskAsync("peak", 1, cancellation).ConfigureAwait(false))[0], (await Champion.AskAsync("peak", 1, cancellation).ConfigureAwait(false))[0]);

    /// <summary>Lets both workers do the same measured work.</summary>
    /// <param name="message">What they are asked.</param>
    /// <param name="championFirst">Which one is asked first.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<BlockPair> BothAsync(string message, bool championFirst, CancellationToken cancellation)
    {
        var (first, second) = championFirst ? (Champion, Tested) : (Tested, Champion);
        var word = message.Split(' ')[0];
        await first.SendAsync(message, cancellation).ConfigureAwait(false);
        var early = Pinned ? null : await TimesAsync(first, word, cancellation).ConfigureAwait(false);
        await second.SendAsync(message, cancellation).ConfigureAwait(false);
        var one = early ?? await TimesAsync(first, word, cancellation).ConfigureAwait(false);
        var other = await TimesAsync(second, word, cancellation).ConfigureAwait(false);
        return championFirst ? new BlockPair(other, one) : new BlockPair(one, other);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Tested.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await Champion.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes the answers of both, which are 1 for yes.</summary>
    private async Task<bool> AgreeAsync(string word, CancellationToken cancellation)
    {
        var tested = await Tested.ReceiveAsync(word, 1, cancellation).ConfigureAwait(false);
        var champion = await Champion.ReceiveAsync(word, 1, cancellation).ConfigureAwait(false);
        return tested[0] == 1 && champion[0] == 1;
    }

    private static async Task<BlockTimes> TimesAsync(WorkerProcess worker, string word, CancellationToken cancellation)
    {
        var answer = await worker.ReceiveAsync(word, 4, cancellation).ConfigureAwait(false);
        return new(answer[0], answer[1], answer[2], answer[3]);
    }
}
