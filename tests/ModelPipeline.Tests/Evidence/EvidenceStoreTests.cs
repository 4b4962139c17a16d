using ModelPipeline.Evidence;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Evidence;

public sealed class EvidenceStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EvidenceStore _store;

    public EvidenceStoreTests() => _store = new EvidenceStore(_folder["evidence"]);

    [Fact]
    public void A_step_that_never_ran_has_no_evidence() => _store.Read(StepNames.Train).ShouldBeNull();

    [Fact]
    public void Evidence_takes_the_place_of_the_last_and_leaves_nothing_beside_it()
    {
        _store.Write(Samples.Least with { Summary = "first" });
        _store.Write(Samples.Least with { Summary = "second" });

        _store.Read(StepNames.ValidateData).ShouldNotBeNull().Summary.ShouldBe("second");
        _folder.Entries().ShouldBe(["evidence", "evidence/validate-data.json"]);
    }

    [Theory]
    [InlineData("\"schema\": \"modelpipeline/evidence/v1\"", "\"schema\": \"modelpipeline/evidence/v2\"", "Its schema is 'modelpipeline/evidence/v2', expected 'modelpipeline/evidence/v1'.")]
    [InlineData("\"step\": \"validate-data\"", "\"step\": \"train\"", "It is of the step 'train'.")]
    [InlineData("\"status\": \"passed\",\n  \"summary\"", "\"status\": \"failed\",\n  \"summary\"", "Its status is 'failed', that of its checks 'passed'.")]
    [InlineData("\"required\": true", "\"required\": false", "Its status is 'passed', that of its checks 'error'.")]
    [InlineData("{", "", "is no evidence of validate-data")]
    public void What_is_no_evidence_of_the_step_is_refused_with_its_path_and_what_to_do(string part, string replacement, string message)
    {
        _store.Write(Samples.Least);
        var path = _store.PathOf(StepNames.ValidateData);
        File.WriteAllText(path, File.ReadAllText(path).Replace(part, replacement, StringComparison.Ordinal));

        var fault = Should.Throw<InvalidDataException>(() => _store.Read(StepNames.ValidateData));

        fault.Message.ShouldStartWith($"{path} is no evidence of validate-data: ");
        fault.Message.ShouldContain(message);
        fault.Message.ShouldEndWith(" Run the step again.");
    }

    [Fact]
    public void A_file_too_large_to_be_evidence_is_not_read()
    {
        Directory.CreateDirectory(_folder["evidence"]);
        using (var file = File.Create(_store.PathOf(StepNames.Train)))
            file.SetLength(64L * 1024 * 1024 + 1);

        Should.Throw<InvalidDataException>(() => _store.Read(StepNames.Train)).Message.ShouldContain("larger than 64 MB");
    }

    public void Dispose() => _folder.Dispose();
}
