using System.Diagnostics;
using ModelPipeline.Specs;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    /// <summary>After that work that was cancelled counts as hanging.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>In milliseconds. Work that is done by then is cancelled sooner when it is tried again; on a busy machine chance decides, so each time is tried thrice.</summary>
    private static readonly int[] BeforeCancelling = [20, 10, 5, 2, 1, 20, 10, 5, 2, 1, 20, 10, 5, 2, 1];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Work_that_was_cancelled_before_it_began_stops(ModelTask task)
    {
        var cancelled = new CancellationToken(canceled: true);
        using var model = Train(task);

        Should.Throw<OperationCanceledException>(() => Engine.Train(Subject.RequestOf(SampleOf(task)), cancelled));
        Should.Throw<OperationCanceledException>(() => model.Scorer.Score(SampleOf(task).Rows, cancelled));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task Training_stops_in_the_middle_and_the_engine_trains_on(ModelTask task)
    {
        Assert.SkipWhen(Subject.RowsOfLongTraining == 0, "training is done before it can be stopped");
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var before = Train(task);

        var request = Subject.RequestOf(Sample.Of(task, Subject.RowsOfLongTraining));
        await ShouldStop(cancellation => Engine.Train(request, cancellation).Dispose());

        using var after = Train(task);
        Score(after, unseen).ShouldBe(Score(before, unseen));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task Scoring_stops_in_the_middle_and_the_scorer_scores_on(ModelTask task)
    {
        var unseen = Sample.Of(task, 50, seed: 2).Rows;
        using var model = Train(task);
        var before = Score(model, unseen);

        int[] repeated = [.. Enumerable.Range(0, Subject.RowsOfLongScoring).Select(row => row % unseen.Rows)];
        var many = unseen.Select(repeated);
        await ShouldStop(cancellation => model.Scorer.Score(many, cancellation));

        Score(model, unseen).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Models_and_scorers_may_be_disposed_of_twice(ModelTask task)
    {
        using var folder = new EngineFolder();
        var model = Train(task);
        model.Save(folder.Path);
        var loaded = Engine.Load(folder.Path, SampleOf(task).Signature);

        foreach (var disposable in new IDisposable[] { loaded, loaded, model.Scorer, model, model })
            Should.NotThrow(disposable.Dispose);

        if (Subject.HoldsResources)
        {
            Should.Throw<ObjectDisposedException>(() => Score(loaded, SampleOf(task).Rows));
            Should.Throw<ObjectDisposedException>(() => Score(model.Scorer, SampleOf(task).Rows));
        }
    }

    /// <summary>Cancels work shortly after it began. Threads of their own do both, since those of the pool may be busy for longer than the work takes.</summary>
    private static async Task ShouldStop(Action<CancellationToken> work)
    {
        foreach (var milliseconds in BeforeCancelling)
        {
            using var source = new CancellationTokenSource();
            using var began = new ManualResetEventSlim();
            var canceller = new Thread(() =>
            {
                began.Wait();
                var start = Stopwatch.GetTimestamp();
                SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(start).TotalMilliseconds >= milliseconds);
                source.Cancel();
            });
            canceller.Start();
            var running = Task.Factory.StartNew(
                () =>
                {
                    began.Set();
                    work(source.Token);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
            try
            {
                await running.WaitAsync(Patience, Cancellation);
            }
            catch (OperationCanceledException) when (source.IsCancellationRequested)
            {
                return;
            }
            finally
            {
                canceller.Join();
            }
        }

        Assert.Fail("The work went on to its end although it was cancelled in the middle, or it ends too soon: raise the number of its rows.");
    }
}
