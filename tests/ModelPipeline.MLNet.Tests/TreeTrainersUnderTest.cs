using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.MLNet.Tests;

/// <summary>The engine with its decision trees, for the contract suite.</summary>
public sealed class TreeTrainersUnderTest : EngineUnderTest
{
    public override IModelEngine Engine { get; } = new MLNetEngine();

    public override bool HoldsResources => true;

    public override int ManyRows => 100_000;

    public override int RowsOfLongScoring => 100_000;

    public override TrainerDefinition TrainerOf(ModelTask task) => Engine.Trainers.Single(trainer => trainer.Name == "fast-tree");
}
