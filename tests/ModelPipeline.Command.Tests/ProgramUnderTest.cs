using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

/// <summary>The engine with a small program, a process a batch, for the contract suite.</summary>
public class ProgramUnderTest : EngineUnderTest
{
    public override IModelEngine Engine { get; } = new CommandEngine(TimeProvider.System);

    public override string? Absent => Python.IsThere ? null : "python3 is not installed";

    public override string Folder => Path.Combine(AppContext.BaseDirectory, "Programs");

    /// <summary>Without the one that <see cref="ServedProgramUnderTest"/> does: the suite starts many processes.</summary>
    public override IReadOnlyList<ModelTask> Tasks => [ModelTask.BinaryClassification, ModelTask.Regression];

    public override int ManyRows => 40_000;

    public override int RowsOfLongTraining => 5_000;

    public override int RowsOfLongScoring => 20_000;

    public override bool HoldsResources => true;

    public override Dictionary<string, object> ParametersOf(TrainerDefinition trainer) => new(base.ParametersOf(trainer))
    {
        ["files.0"] = "program.py",
        ["train.0"] = Python.Program,
        ["train.1"] = "program.py",
        ["train.2"] = "train",
        ["train.3"] = "{data}",
        ["train.4"] = "{output}",
        ["train.5"] = "{parameters}",
        ["score.0"] = Python.Program,
        ["score.1"] = "program.py",
        ["score.2"] = "score",
        ["score.3"] = "{model}",
        ["score.4"] = "{data}",
        ["score.5"] = "{output}",
    };
}
