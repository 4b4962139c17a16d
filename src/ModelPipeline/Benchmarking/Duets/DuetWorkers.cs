using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>Three started workers: the candidate's, the champion's, and the control's, which is the champion once more.</summary>
internal sealed class DuetWorkers : IAsyncDisposable
{
    private readonly List<WorkerProcess> _all = [];

    private DuetWorkers()
    {
    }

    public WorkerProcess Candidate => _all[0];

    public WorkerProcess Champion => _all[1];

    public WorkerProcess Control => _all[2];

    /// <summary>What loading took, in the order candidate, champion, control.</summary>
    public IReadOnlyList<BlockTimes> Loads { get; private set; } = [];

    /// <summary>Whether the workers' processor time is known.</summary>
    public bool HasCpuClock { get; private set; }

    /// <summary>Whether the workers are pinned to cores.</summary>
    public bool Pinned { get; private set; }

    /// <summary>Starts the workers and loads the bundles.</summary>
    /// <exception cref="WorkerException">A worker does not do what it should.</exception>
    public static async Task<DuetWorkers> StartAsync(DuetSetting setting, CancellationToken cancellation)
    {
        var workers = new DuetWorkers();
        try
        {
            foreach (var (name, job) in setting.Jobs)
                workers._all.Add(WorkerProcess.Start(name, setting.Command, job, setting.Plan.Answer, setting.Clock));
            await workers.PrepareAsync(setting.Cores, cancellation).ConfigureAwait(false);
            return workers;
        }
        catch
        {
            await workers.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Moves the champion's worker to one core and the two others to another.</summary>
    public async Task PinAsync((int First, int Second) cores, CancellationToken cancellation)
    {
        long[] pinned =
        [
            .. await Champion.AskAsync($"core {cores.First}", 1, cancellation).ConfigureAwait(false),
            .. await Candidate.AskAsync($"core {cores.Second}", 1, cancellation).ConfigureAwait(false),
            .. await Control.AskAsync($"core {cores.Second}", 1, cancellation).ConfigureAwait(false),
        ];
        Pinned = pinned.All(result => result == 1);
    }

    /// <summary>The peaks of the memory so far, in the order candidate, champion, control.</summary>
    public async Task<long[]> PeaksAsync(CancellationToken cancellation)
    {
        var peaks = new List<long>();
        foreach (var worker in _all)
            peaks.AddRange(await worker.AskAsync("peak", 1, cancellation).ConfigureAwait(false));
        return [.. peaks];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _all)
            await worker.DisposeAsync().ConfigureAwait(false);
    }

    private async Task PrepareAsync((int First, int Second)? cores, CancellationToken cancellation)
    {
        foreach (var worker in _all)
            HasCpuClock = (await worker.ReceiveAsync("hello", 1, cancellation).ConfigureAwait(false))[0] == 1;
        if (cores is { } pair)
            await PinAsync(pair, cancellation).ConfigureAwait(false);
        var loads = new List<BlockTimes>();
        foreach (var worker in _all)
            loads.Add(Times(await worker.AskAsync("load", 4, cancellation).ConfigureAwait(false)));
        Loads = loads;
    }

    /// <summary>The numbers of an answer about a block.</summary>
    public static BlockTimes Times(long[] answer) => new(answer[0], answer[1], answer[2], answer[3]);
}
