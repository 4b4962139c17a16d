using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    private const int Threads = 8;

    /// <summary>In bytes; one number a row would be eight times that where the rows are a million.</summary>
    private const long MostGrowth = 1 << 20;

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Many_rows_in_blocks_take_no_more_memory_than_a_few(ModelTask task)
    {
        using var folder = new EngineFolder();
        using var model = Train(task);
        model.Save(folder.Path);

        AnotherProcess.Stream(Subject, task, folder.Path).ShouldBeLessThan(MostGrowth);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Threads_share_a_scorer_and_get_the_same_scores(ModelTask task)
    {
        using var model = Train(task);
        Table[] parts = [.. Enumerable.Range(0, Threads).Select(thread => Sample.Of(task, 100 + (50 * thread), seed: 10 + thread).Rows)];
        double[][] expected = [.. parts.Select(part => Score(model, part))];
        var different = 0;

        InThreads(thread =>
        {
            for (var i = 0; i < 5; i++)
                if (!Score(model, parts[(thread + i) % Threads]).SequenceEqual(expected[(thread + i) % Threads]))
                    Interlocked.Increment(ref different);
        });

        different.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Threads_train_with_one_engine_at_a_time_and_get_the_same_model(ModelTask task)
    {
        var sample = SampleOf(task);
        var scores = new double[Threads][];

        InThreads(thread =>
        {
            using var model = Train(sample);
            scores[thread] = Score(model, sample.Rows);
        });

        scores.Count(values => !values.SequenceEqual(scores[0])).ShouldBe(0);
    }

    private static void InThreads(Action<int> work)
    {
        using var start = new Barrier(Threads);
        var running = Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Cancellation);
                work(thread);
            },
            Cancellation,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        Task.WaitAll([.. running], Cancellation);
    }
}
