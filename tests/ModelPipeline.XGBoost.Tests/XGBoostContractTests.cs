using Shared.Engines;

namespace ModelPipeline.XGBoost.Tests;

public sealed class XGBoostContractTests : EngineContract<XGBoostEngineUnderTest>;
