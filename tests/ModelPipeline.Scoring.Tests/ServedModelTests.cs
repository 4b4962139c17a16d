using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.Tests;

public sealed class ServedModelTests
{
    [Fact]
    public void A_folder_without_a_bundle_is_refused() =>
        Should.Throw<InputException>(() => ServedModel.Open(Path.GetTempPath(), ScoringProgram.Engines)).Message.ShouldContain("There is no bundle");
}
