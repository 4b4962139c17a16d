using Shared.Engines;

namespace ModelPipeline.MLNet.Tests;

public sealed class TreeContractTests : EngineContract<TreeTrainersUnderTest>;
