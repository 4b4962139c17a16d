using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Specs;

public sealed class SpecPlacesTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("data.label", "churn", "8:10")]
    [InlineData("data.key", "customer_id", "10:9")]
    [InlineData("data.key", "2024", "10:22")]
    [InlineData("data.columns", "age", "11:14")]
    [InlineData("data.columns", "house:hold", "11:28")]
    [InlineData("evaluate.gates", "auc", "17:5")]
    [InlineData("evaluate.slices", "female", "18:12")]
    [InlineData("evaluate.slices", "contract", "18:29")]
    public void A_value_an_item_and_a_key_have_their_places(string path, string name, string place) =>
        Places().At(path, name).ShouldBe($"{_folder.SpecPath}:{place}: ");

    [Theory]
    [InlineData("data.time", "day")]
    [InlineData("data.key", "other")]
    [InlineData("release.first.more", "x")]
    public void What_is_not_written_has_none(string path, string name) => Places().At(path, name).ShouldBe("");

    [Theory]
    [InlineData("evaluate", "auc.threshold", 17)]
    [InlineData("evaluate", "nothing.of.it", 15)]
    [InlineData("data", "house:hold", 11)]
    [InlineData("benchmark", "latency", 1)]
    public void A_check_has_the_line_of_its_key_else_of_its_section_else_the_first(string section, string check, int line) =>
        Places().LineOf(section, check.Split('.')).ShouldBe(new SpecLine("model.yaml", line));

    private SpecPlaces Places() =>
        _folder.Read(SpecFolder.Minimal.Replace("key: [customer_id]", "key: [customer_id, 2024]\n  columns: { age: numeric, \"house:hold\": categorical }")
            + "  slices: [female, [female, contract]]\n").Spec.ShouldNotBeNull().Places;
}
