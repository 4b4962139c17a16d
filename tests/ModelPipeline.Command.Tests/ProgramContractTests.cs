using Shared.Engines;

namespace ModelPipeline.Command.Tests;

public sealed class ProgramContractTests : EngineContract<ProgramUnderTest>;
