using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Linear.Tests.Wrong;

/// <summary>The linear engine; one that derives from it does one thing wrong.</summary>
internal abstract class WrongEngine : EngineUnderTest, IModelEngine
{
    public override IModelEngine Engine => this;

    public override int ManyRows => 200_000;

    public override int RowsOfLongTraining => 100_000;

    public virtual string Name => Right.Name;

    public virtual IReadOnlyDictionary<string, string> Versions => Right.Versions;

    public virtual IReadOnlyList<TrainerDefinition> Trainers => Right.Trainers;

    public virtual IReadOnlyList<string> NativeLibraries => [];

    protected LinearEngine Right { get; } = new();

    public virtual ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) =>
        new Model(this, Right.Train(request, cancellation));

    public virtual IScorer Load(string folder, ModelSignature signature) => new Scorer(this, Right.Load(folder, signature));

    protected virtual void Save(ITrainedModel right, string folder) => right.Save(folder);

    protected virtual Scores Score(IScorer right, Table rows, CancellationToken cancellation) => right.Score(rows, cancellation);

    protected virtual void Dispose(IDisposable right) => right.Dispose();

    /// <summary>The sample's own signature, whatever signature is asked for.</summary>
    protected ModelSignature SignatureOf(ModelTask task) => Sample.Of(task, TrainingRows).Signature;

    /// <summary>Scores in which each value is another.</summary>
    protected static Scores Changed(Scores scores, Func<double, double> change) => new(scores.Outputs, Array.ConvertAll(scores.Values.ToArray(), value => change(value)));

    private sealed class Model(WrongEngine engine, ITrainedModel right) : ITrainedModel
    {
        public IScorer Scorer { get; } = new Scorer(engine, right.Scorer);

        public void Save(string folder) => engine.Save(right, folder);

        public void Dispose() => engine.Dispose(right);
    }

    private sealed class Scorer(WrongEngine engine, IScorer right) : IScorer
    {
        public Scores Score(Table rows, CancellationToken cancellation) => engine.Score(right, rows, cancellation);

        public void Dispose() => engine.Dispose(right);
    }
}
