using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ModelPipeline.Cards.Tests;

public sealed class FrontMatterTests
{
    [Fact]
    public void The_front_matter_has_what_the_hub_reads()
    {
        var root = Parse(Documents.Passed);

        Keys(root).ShouldBe(["license", "library_name", "pipeline_tag", "tags", "datasets", "metrics", "model-index"]);
        Text(root, "license").ShouldBe("apache-2.0");
        Text(root, "library_name").ShouldBe("modelpipeline");
        Text(root, "pipeline_tag").ShouldBe("tabular-classification");
        Texts(root, "tags").ShouldBe(["modelpipeline", "tabular", "telecom"]);
        Texts(root, "datasets").ShouldBe(["churn.csv"]);
        Texts(root, "metrics").ShouldBe(["roc_auc", "log_loss"]);
    }

    [Fact]
    public void The_model_index_has_a_result_with_task_dataset_and_metrics()
    {
        var model = (YamlMappingNode)((YamlSequenceNode)Parse(Documents.Passed)["model-index"]).ShouldHaveSingleItem();
        Text(model, "name").ShouldBe("churn");

        var result = (YamlMappingNode)((YamlSequenceNode)model["results"]).ShouldHaveSingleItem();
        Keys(result).ShouldBe(["task", "dataset", "metrics"]);
        Text(result["task"], "type").ShouldBe("tabular-classification");
        Text(result["task"], "name").ShouldBe("Binary classification");
        Keys(result["dataset"]).ShouldBe(["type", "name", "split", "revision"]);
        Text(result["dataset"], "name").ShouldBe("churn.csv");
        Text(result["dataset"], "revision").ShouldStartWith("sha256:");
        foreach (var metric in (YamlSequenceNode)result["metrics"])
            Keys(metric).ShouldBe(["type", "value", "name"]);
        var values = ((YamlSequenceNode)result["metrics"]).Select(metric => double.Parse(Text(metric, "value"), CultureInfo.InvariantCulture));
        values.ShouldBe([0.843827016972797, 0.00001]);
    }

    [Fact]
    public void Without_a_licence_or_a_metric_their_keys_are_absent_for_null_is_no_value_of_theirs() =>
        Keys(Parse(Documents.Unjudged)).ShouldBe(["library_name", "pipeline_tag", "tags", "datasets"]);

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void Any_text_comes_back_from_the_front_matter_as_it_went_in(string text)
    {
        var root = Parse(Documents.Of(text));

        Keys(root).ShouldBe(Keys(Parse(Documents.Passed)));
        Text(root, "license").ShouldBe(text);
        Texts(root, "tags").ShouldBe([text, text]);
        Texts(root, "datasets").ShouldBe([text]);
        Texts(root, "metrics").ShouldBe([text]);
        var model = (YamlMappingNode)((YamlSequenceNode)root["model-index"]).ShouldHaveSingleItem();
        Text(model, "name").ShouldBe(text);
        var result = ((YamlSequenceNode)model["results"]).ShouldHaveSingleItem();
        Text(result["task"], "name").ShouldBe(text);
        Text(result["dataset"], "revision").ShouldBe(text);
        Text(((YamlSequenceNode)result["metrics"]).ShouldHaveSingleItem(), "name").ShouldBe(text);
    }

    private static YamlMappingNode Parse(CardDocument card)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Rendered.FrontMatter(Rendered.Card(card))));
        return (YamlMappingNode)yaml.Documents.ShouldHaveSingleItem().RootNode;
    }

    private static string[] Keys(YamlNode map) => [.. ((YamlMappingNode)map).Children.Keys.Select(key => key.ToString())];

    private static string Text(YamlNode map, string key) => ((YamlScalarNode)map[key]).Value.ShouldNotBeNull();

    private static string[] Texts(YamlNode map, string key) => [.. ((YamlSequenceNode)map[key]).Select(item => ((YamlScalarNode)item).Value!)];
}
