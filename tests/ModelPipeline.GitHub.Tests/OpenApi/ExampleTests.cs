using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ModelPipeline.GitHub.Tests.OpenApi;

public sealed class ExampleTests
{
    [Fact]
    public void Every_example_of_an_answer_is_read_but_the_one_that_breaks_the_schema_where_it_matters()
    {
        var description = Description.Read();
        var read = Operations.All.Where(operation => operation.Value is not null).ToList();

        read.Where(operation => !description.ExamplesOf(operation.Key).Any()).Select(operation => $"{operation.Key}").ShouldBeEmpty();
        read.SelectMany(operation => description.ExamplesOf(operation.Key), (operation, example) => (Name: $"{operation.Key} {example.Name}", Fault: FaultOf(example.Value, operation.Value!)))
            .Where(example => example.Fault is not null)
            .Select(example => $"{example.Name}: {example.Fault}")
            .ShouldHaveSingleItem()
            .ShouldStartWith("GET /repos/{owner}/{repo}/activity default: JSON deserialization for type 'ModelPipeline.GitHub.Documents.ActivityDocument' was missing required properties including: 'timestamp'");
    }

    private static string? FaultOf(JsonNode example, JsonTypeInfo type)
    {
        try
        {
            example.Deserialize(type).ShouldNotBeNull();
            return null;
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }
}
