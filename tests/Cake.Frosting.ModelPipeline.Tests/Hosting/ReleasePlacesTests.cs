using Cake.Frosting.ModelPipeline.Hosting;
using ModelPipeline;

namespace Cake.Frosting.ModelPipeline.Tests.Hosting;

public sealed class ReleasePlacesTests
{
    [Theory]
    [InlineData("oci://ghcr.io/acme/artifacts", "ghcr.io/acme/artifacts")]
    [InlineData("OCI://ghcr.io/acme/artifacts", "ghcr.io/acme/artifacts")]
    [InlineData("artifacts", null)]
    [InlineData("/srv/artifacts", null)]
    public void Artifacts_go_to_a_registry_or_a_folder(string artifacts, string? registry) => ReleasePlaces.RegistryOf(artifacts).ShouldBe(registry);

    [Theory]
    [InlineData("https://ghcr.io/acme/artifacts")]
    [InlineData("s3://acme/artifacts")]
    public void Another_address_is_no_folder(string artifacts) =>
        Should.Throw<InputException>(() => ReleasePlaces.RegistryOf(artifacts)).Message.ShouldContain("write that like oci://");
}
