using Shared.Engines;

namespace ModelPipeline.Command.Tests;

public sealed class ServedProgramContractTests : EngineContract<ServedProgramUnderTest>;
