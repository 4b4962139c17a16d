using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.MLNet.Tests;

/// <summary>The engine with its linear trainers, for the contract suite.</summary>
public sealed class LinearTrainersUnderTest : EngineUnderTest
{
    public override IModelEngine Engine { get; } = new MLNetEngine();

    public override bool HoldsResources => true;
}
