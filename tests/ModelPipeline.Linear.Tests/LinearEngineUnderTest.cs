using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Linear.Tests;

/// <summary>The linear engine for the contract suite.</summary>
public sealed class LinearEngineUnderTest : EngineUnderTest
{
    public override IModelEngine Engine { get; } = new LinearEngine();
}
