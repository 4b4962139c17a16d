using Shared.Engines;

namespace ModelPipeline.MLNet.Tests;

public sealed class MLNetContractTests : EngineContract<LinearTrainersUnderTest>;
