using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Tests;

/// <summary>The engine with the same program, which stays and scores batch after batch.</summary>
public sealed class ServedProgramUnderTest : ProgramUnderTest
{
    /// <summary>The one that <see cref="ProgramUnderTest"/> leaves out.</summary>
    public override IReadOnlyList<ModelTask> Tasks => [ModelTask.MulticlassClassification];

    public override int ManyRows => 100_000;

    public override Dictionary<string, object> ParametersOf(TrainerDefinition trainer) => new(base.ParametersOf(trainer))
    {
        ["serve.0"] = Python.Program,
        ["serve.1"] = "program.py",
        ["serve.2"] = "serve",
        ["serve.3"] = "{model}",
        ["processes"] = 2L,
    };
}
