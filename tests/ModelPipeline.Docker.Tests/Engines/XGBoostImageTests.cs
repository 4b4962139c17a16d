using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using ModelPipeline.XGBoost;
using Shared.Docker;
using Shared.Models;

namespace ModelPipeline.Docker.Tests.Engines;

/// <summary>Images from scratch with libxgboost of this machine.</summary>
public sealed class XGBoostImageTests : IDisposable
{
    private readonly XGBoostEngine _engine = new();
    private readonly Packaged _packaged = new();

    [Theory]
    [InlineData(ModelTask.BinaryClassification)]
    [InlineData(ModelTask.MulticlassClassification)]
    [InlineData(ModelTask.Regression)]
    public async Task In_a_container_its_golden_rows_have_the_same_scores_bit_for_bit(ModelTask task)
    {
        using var docker = await RealDocker.RequireAsync();
        Train(task);

        var outcome = await _packaged.TryAsync(_engine, PackageSpec.Scratch, docker.Endpoint);

        outcome.Checks.ShouldAllBe(check => check.Status == Status.Passed);
        outcome.Facts["tried_in"].ShouldStartWith("a container of Docker ");
        outcome.Measures["largest_difference"].Value.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_container_engine_the_service_is_tried_with_the_library_of_this_machine_and_the_bill_lists_what_the_image_holds()
    {
        Train(ModelTask.BinaryClassification);

        var outcome = await _packaged.TryAsync(_engine, PackageSpec.Scratch, docker: null);

        outcome.Checks.Single(check => check.Name == "golden_rows").Status.ShouldBe(Status.Passed);
        var bill = Encoding.UTF8.GetString(outcome.Reports["bom.cdx.json"].Span);
        foreach (var library in (string[])["libxgboost.so.0", "libdmlc.so.0", "libgomp.so.1", "libstdc++.so.6", "libc.so.6"])
            bill.ShouldContain($"\"name\": \"{library}\"");
    }

    [Fact]
    public void Where_the_library_is_missing_the_image_is_refused_with_its_package()
    {
        using var bench = new Images.Workbench();

        var refused = Should.Throw<InputException>(() => bench.Builder().ReadSurroundings(bench.Request(libraries: [.. new XGBoostEngine(library: null).NativeLibraries])));

        refused.Message.ShouldContain("libxgboost.so.0 (needed by the model's engine, in Debian's package libxgboost0)");
    }

    public void Dispose() => _packaged.Dispose();

    private void Train(ModelTask task)
    {
        try
        {
            EngineBundle.Write(_packaged.Bundle, _engine, "gradient-boosting", task);
        }
        catch (InputException missing)
        {
            RealDocker.Absent(missing.Message);
        }
    }
}
