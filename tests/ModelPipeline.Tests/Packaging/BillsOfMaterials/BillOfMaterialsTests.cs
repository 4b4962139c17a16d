using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelPipeline.Data;
using ModelPipeline.Packaging.BillsOfMaterials;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Figures;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Packaging.BillsOfMaterials;

public sealed class BillOfMaterialsTests
{
    [Fact]
    public void Names_the_image_by_its_digest()
    {
        var image = Read()["metadata"]!["component"]!;

        Text(image["type"]).ShouldBe("container");
        Text(image["name"]).ShouldBe("ghcr.io/acme/churn");
        Text(image["version"]).ShouldBe("0123456789ab");
        Text(image["hashes"]![0]!["content"]).ShouldBe(Digest.Of("image").Hex);
        Text(image["purl"]).ShouldBe($"pkg:oci/churn@sha256%3A{Digest.Of("image").Hex}?repository_url=ghcr.io%2Facme%2Fchurn&tag=0123456789ab");
    }

    [Fact]
    public void An_image_without_a_registry_has_no_address()
    {
        var bill = Read(BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image with { Reference = "churn:1" }));

        Text(bill["metadata"]!["component"]!["purl"]).ShouldBe($"pkg:oci/churn@sha256%3A{Digest.Of("image").Hex}?tag=1");
    }

    [Fact]
    public void The_models_card_says_what_is_known_of_it()
    {
        var card = Component("model")["modelCard"]!;
        var parameters = card["modelParameters"]!;

        Text(parameters["approach"]!["type"]).ShouldBe("supervised");
        Text(parameters["task"]).ShouldBe("multiclass-classification");
        Text(parameters["architectureFamily"]).ShouldBe("fake");
        Text(parameters["modelArchitecture"]).ShouldBe("guess");
        parameters["inputs"]!.AsArray().Select(input => Text(input!["format"])).ShouldBe(["age: numeric", "plan|π: categorical"]);
        parameters["outputs"]!.AsArray().Select(input => Text(input!["format"])).ShouldBe(["probability_no: numeric", "probability_yes: numeric"]);
        card["quantitativeAnalysis"]!["performanceMetrics"]!.ToJsonString().ShouldBe("""[{"type":"accuracy","value":"0.5"},{"type":"mcc","value":"0"}]""");
        card["considerations"]!.ToJsonString().ShouldBe("""{"useCases":["Offers."],"technicalLimitations":["One provider.","Out of scope: Pricing."]}""");
        card["properties"]!.AsArray().Select(property => $"{Text(property!["name"])[14..]} {Text(property["value"])}").ShouldBe(
        [
            "seed -9223372036854775808", "parameter:flag true", "parameter:integer 1", "parameter:large 1E+300", "parameter:longest 9223372036854775807",
            "parameter:negative -0.5", "parameter:text newton", "parameter:tiny 1E-10", "parameter:whole 1",
        ]);
    }

    [Fact]
    public void The_data_are_a_component_that_the_card_refers_to()
    {
        var data = Component("data");

        Text(Component("model")["modelCard"]!["modelParameters"]!["datasets"]![0]!["ref"]).ShouldBe("data");
        Text(data["type"]).ShouldBe("data");
        Text(data["version"]).ShouldBe(Given.Bundle.Manifest.Data.Digest.ToString());
        Text(data["data"]![0]!["description"]).ShouldBe("A sample.");
        Text(data["data"]![0]!["governance"]!["owners"]![0]!["organization"]!["name"]).ShouldBe("retention-team");
        data["properties"]!.ToJsonString().ShouldContain("""{"name":"modelpipeline:newest","value":"2026-01-02T03:04:05Z"}""");
    }

    [Fact]
    public void What_is_of_other_makers_has_its_type_and_what_is_known_of_it()
    {
        Component("component-1").ToJsonString().ShouldBe(
            """{"type":"framework","bom-ref":"component-1","name":"Microsoft.NETCore.App","version":"10.0.1","purl":"pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.1"}""");
        Text(Component("component-2")["type"]).ShouldBe("library");
        Text(Component("component-2")["hashes"]![0]!["content"]).ShouldBe(Digest.Of("libgomp").Hex);
        Text(Component("component-2")["licenses"]![0]!["license"]!["id"]).ShouldBe("GPL-3.0-or-later");
        Text(Component("component-3")["type"]).ShouldBe("operating-system");
        Component("component-4").AsObject().Select(property => property.Key).ShouldBe(["type", "bom-ref", "name", "hashes"]);
    }

    [Fact]
    public void A_base_is_a_component_and_an_archive_is_not_told_with_its_folder()
    {
        var pinned = Component("component-1", BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image with { Base = $"mcr.example/deps:10@{Digest.Of("base")}" }));
        var archive = Component("component-1", BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image with { Base = "/home/ann/base.tar" }));

        Text(pinned["type"]).ShouldBe("container");
        Text(pinned["name"]).ShouldBe("mcr.example/deps:10");
        Text(pinned["version"]).ShouldBe(Digest.Of("base").ToString());
        Text(archive["name"]).ShouldBe("base.tar");
    }

    [Fact]
    public void The_image_depends_on_all_of_it_and_every_reference_is_there_once()
    {
        var bill = Read();
        var references = bill["components"]!.AsArray().Select(component => Text(component!["bom-ref"])).ToList();

        references.ShouldBeUnique();
        bill["dependencies"]![0]!["dependsOn"]!.AsArray().Select(Text).ShouldBe(references.Where(reference => reference != "data"));
        bill["dependencies"]![1]!.ToJsonString().ShouldBe("""{"ref":"model","dependsOn":["data"]}""");
    }

    [Theory]
    [InlineData("apache-2.0", "id", "Apache-2.0")]
    [InlineData("CC0-1.0", "id", "CC0-1.0")]
    [InlineData("our own", "name", "our own")]
    public void A_licence_has_the_name_that_SPDX_gives_it(string license, string property, string expected)
    {
        var model = Component("model", BillOfMaterials.Write(Given.Spec with { Card = Given.Spec.Card with { License = license } }, Given.Bundle, Given.Image));

        model["licenses"]!.ToJsonString().ShouldBe($$"""[{"license":{"{{property}}":"{{expected}}"} }]""".Replace("} }", "}}"));
    }

    [Fact]
    public void What_nobody_said_is_absent()
    {
        var bytes = BillOfMaterials.Write(Given.Spec with { Card = new CardSpec() }, Given.Bundle, Given.Image);
        var model = Component("model", bytes).AsObject();

        model.ContainsKey("licenses").ShouldBeFalse();
        model["modelCard"]!["considerations"]!.AsObject().ShouldBeEmpty();
        Component("data", bytes)["data"]![0]!.AsObject().ContainsKey("description").ShouldBeFalse();
    }

    [Fact]
    public void Equal_inputs_give_equal_bytes_in_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var first = BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image with { Archive = "/elsewhere/image.tar" }).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Encoding.UTF8.GetString(first).ShouldNotContain("\r");
        Read()["metadata"]!.AsObject().ContainsKey("timestamp").ShouldBeFalse();
    }

    [Fact]
    public void The_serial_number_is_a_UUID_of_version_8_that_follows_from_image_and_model()
    {
        var number = SerialNumber.Of(Digest.Of("image"), Digest.Of("bundle"));

        Text(Read()["serialNumber"]).ShouldBe($"urn:uuid:{number}");
        number.Version.ShouldBe(8);
        (number.Variant >> 2).ShouldBe(2);
        number.ShouldNotBe(SerialNumber.Of(Digest.Of("image"), Digest.Of("other")));
        number.ShouldNotBe(SerialNumber.Of(Digest.Of("other"), Digest.Of("bundle")));
    }

    [Fact]
    public void Hostile_texts_stay_texts()
    {
        var bytes = BillOfMaterials.Write(Given.HostileSpec, Given.HostileBundle, Given.HostileImage);
        var model = Component("model", bytes);

        Read(bytes)["components"]!.AsArray().Count.ShouldBe(2 + 1 + 6);
        Text(model["description"]).ShouldBe(Given.Hostile);
        Text(model["licenses"]![0]!["license"]!["name"]).ShouldBe(Given.Hostile);
        Text(model["modelCard"]!["modelParameters"]!["inputs"]![0]!["format"]).ShouldBe(Given.Hostile + ": categorical");
        Text(model["modelCard"]!["considerations"]!["useCases"]![0]).ShouldBe(Given.Hostile);
        Text(Component("component-6", bytes)["name"]).ShouldBe(Given.Hostile);
        Encoding.UTF8.GetString(bytes).Any(character => char.IsControl(character) && character != '\n').ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Hostile.Names), MemberType = typeof(Hostile))]
    public void A_feature_may_have_any_name(string name)
    {
        var signature = Given.Bundle.Manifest.Signature with { Inputs = [new FeatureSignature(name, ColumnType.Numeric, [])] };

        var model = Component("model", BillOfMaterials.Write(Given.Spec, Given.Bundle with { Manifest = Given.Bundle.Manifest with { Signature = signature } }, Given.Image));

        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)) + ": numeric";
        Text(model["modelCard"]!["modelParameters"]!["inputs"]![0]!["format"]).ShouldBe(expected);
    }

    private static JsonNode Read(byte[]? bytes = null) =>
        JsonNode.Parse(bytes ?? BillOfMaterials.Write(Given.Spec, Given.Bundle, Given.Image), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;

    private static JsonNode Component(string reference, byte[]? bytes = null) =>
        Read(bytes)["components"]!.AsArray().Single(component => Text(component!["bom-ref"]) == reference)!;

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
