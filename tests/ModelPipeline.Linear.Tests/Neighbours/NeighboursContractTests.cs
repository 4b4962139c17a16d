using Shared.Engines;

namespace ModelPipeline.Linear.Tests.Neighbours;

public sealed class NeighboursContractTests : EngineContract<NeighboursEngineUnderTest>;
