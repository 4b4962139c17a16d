using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

/// <summary>What the contract suite has to know of an engine. Only <see cref="Engine"/> has no default.</summary>
public abstract class EngineUnderTest
{
    /// <summary>The engine.</summary>
    public abstract IModelEngine Engine { get; }

    /// <summary>Why it cannot run here, for example a library that is not installed: its tests are skipped with that reason, and fail where the variable CI is <c>true</c>.</summary>
    /// <value>Default: it can.</value>
    public virtual string? Absent => null;

    /// <summary>The tasks that it offers.</summary>
    /// <value>Default: those of its trainers.</value>
    public virtual IReadOnlyList<ModelTask> Tasks => [.. Engine.Trainers.SelectMany(trainer => trainer.Tasks).Distinct().Order()];

    /// <summary>The folder that files named by parameters are relative to.</summary>
    /// <value>Default: none.</value>
    public virtual string Folder => "";

    /// <summary>How many rows the models are trained on.</summary>
    /// <value>Default: 400.</value>
    public virtual int TrainingRows => 400;

    /// <summary>How many rows are scored in blocks of <see cref="BlockRows"/> to see whether memory grows.</summary>
    /// <value>Default: a million; fewer where scoring is costly.</value>
    public virtual int ManyRows => 1_000_000;

    /// <summary>How many rows such a block has.</summary>
    /// <value>Default: 10,000.</value>
    public virtual int BlockRows => 10_000;

    /// <summary>With how many rows training takes some milliseconds at least, so that it can be stopped in the middle.</summary>
    /// <value>Default: 200,000; 0 where training does no more than keep the rows.</value>
    public virtual int RowsOfLongTraining => 200_000;

    /// <summary>With how many rows scoring takes some milliseconds at least.</summary>
    /// <value>Default: 500,000.</value>
    public virtual int RowsOfLongScoring => 500_000;

    /// <summary>Whether a scorer holds more than managed memory, and so cannot be used after it was disposed of.</summary>
    /// <value>Default: where a damaged model may end the process.</value>
    public virtual bool HoldsResources => Engine.MayAbort;

    /// <summary>Whether the engine cannot judge the content of a file that it saves, as that of a user's program: only its absence is noticed, then.</summary>
    /// <param name="file">The file's relative path.</param>
    /// <value>Default: it judges all of them.</value>
    public virtual bool IsOpaque(string file) => false;

    /// <summary>How far the probabilities of a row may be from a sum of 1.</summary>
    /// <value>Default: 1e-9; about 1e-6 where the engine computes in single precision.</value>
    public virtual double SumTolerance => 1e-9;

    /// <summary>The trainer that the suite uses for a task.</summary>
    /// <value>Default: the first that does it.</value>
    public virtual TrainerDefinition TrainerOf(ModelTask task) => Engine.Trainers.First(trainer => trainer.Tasks.Contains(task));

    /// <summary>A trainer's parameters; a derived class adds those that have no default.</summary>
    /// <value>Default: the defaults.</value>
    public virtual Dictionary<string, object> ParametersOf(TrainerDefinition trainer) => trainer.Defaults.ToDictionary();

    /// <summary>What trains a sample.</summary>
    public TrainingRequest RequestOf(Sample sample) => RequestOf(sample, TrainerOf(sample.Task));

    /// <summary>What trains a sample with one of the trainers.</summary>
    public TrainingRequest RequestOf(Sample sample, TrainerDefinition trainer) =>
        new(sample.Signature, sample.Rows, sample.Labels, trainer.Name, new(ParametersOf(trainer)), Seed: 7) { Folder = Folder };
}
