using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.XGBoost.Tests;

/// <summary>The engine <c>xgboost</c> for the contract suite.</summary>
public sealed class XGBoostEngineUnderTest : EngineUnderTest
{
    public override IModelEngine Engine { get; } = new XGBoostEngine();

    public override string? Absent => Library.Absent;
}
