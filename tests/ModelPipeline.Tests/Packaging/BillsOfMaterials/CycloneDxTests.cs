using System.Text;
using ModelPipeline.Packaging.BillsOfMaterials;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Packaging.BillsOfMaterials;

/// <summary>Bills before a validator that others wrote.</summary>
public sealed class CycloneDxTests(CycloneDxLibrary library) : IClassFixture<CycloneDxLibrary>
{
    [Fact]
    public async Task A_bill_is_valid() =>
        (await library.FaultsAsync(BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image))).ShouldBeEmpty();

    [Fact]
    public async Task A_bill_with_hostile_texts_is_valid() =>
        (await library.FaultsAsync(BillOfMaterials.Write(Given.HostileSpec, Given.HostileBundle, Given.HostileImage))).ShouldBeEmpty();

    [Fact]
    public async Task A_bill_of_a_model_without_words_is_valid() =>
        (await library.FaultsAsync(BillOfMaterials.Write(Given.Spec with { Card = new CardSpec() }, Given.Bundle, Given.Image with { Components = [] }))).ShouldBeEmpty();

    [Fact]
    public async Task The_validator_finds_faults()
    {
        var bill = Encoding.UTF8.GetString(BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image));

        (await library.FaultsAsync(Encoding.UTF8.GetBytes(bill.Replace("\"supervised\"", "\"guessed\"", StringComparison.Ordinal)))).ShouldStartWith("3: ");
    }
}
