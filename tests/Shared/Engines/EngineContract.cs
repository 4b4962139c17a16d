using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

/// <summary>
/// What every engine promises: <see cref="IModelEngine"/>, <see cref="ITrainedModel"/> and <see cref="IScorer"/> as tests.
/// A test project has one sealed class that derives from it for each of its engines; docs/engines.md shows one.
/// </summary>
/// <typeparam name="TEngine">The engine, with what the suite has to know of it.</typeparam>
public abstract partial class EngineContract<TEngine>
    where TEngine : EngineUnderTest, new()
{
    protected EngineContract()
    {
        if (Subject.Absent is not { } reason)
            return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Fail(reason);
    }

    /// <summary>The tasks that the engine offers.</summary>
    public static TheoryData<ModelTask> Tasks => [.. new TEngine().Tasks];

    /// <summary>The engine, with what the suite has to know of it.</summary>
    protected TEngine Subject { get; } = new();

    private IModelEngine Engine => Subject.Engine;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Sample SampleOf(ModelTask task) => Sample.Of(task, Subject.TrainingRows);

    private ITrainedModel Train(ModelTask task) => Train(SampleOf(task));

    private ITrainedModel Train(Sample sample) => Engine.Train(Subject.RequestOf(sample), Cancellation);

    private static double[] Score(ITrainedModel model, Table rows) => Score(model.Scorer, rows);

    private static double[] Score(IScorer scorer, Table rows) => scorer.Score(rows, Cancellation).Values.ToArray();
}
