using Shared.Engines;

namespace ModelPipeline.Linear.Tests;

public sealed class LinearContractTests : EngineContract<LinearEngineUnderTest>;
