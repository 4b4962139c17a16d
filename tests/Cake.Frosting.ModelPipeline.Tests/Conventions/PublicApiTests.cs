using System.Reflection;
using ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Linear;

namespace Cake.Frosting.ModelPipeline.Tests.Conventions;

public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["ModelPipeline", "ModelPipeline.Linear", "ModelPipeline.Cards", "Cake.Frosting.ModelPipeline"];

    /// <summary>To approve a change, copy the received file that the message names over the approved one.</summary>
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_API_is_the_approved_one(string assembly)
    {
        var approved = Path.Combine(Repository.Root, "tests", "Cake.Frosting.ModelPipeline.Tests", "Conventions", $"{assembly}.approved.txt");
        var received = Path.Combine(AppContext.BaseDirectory, $"{assembly}.received.txt");
        var lines = PublicApi.Of(Load(assembly));
        File.WriteAllLines(received, lines);

        lines.ShouldBe(File.Exists(approved) ? File.ReadAllLines(approved) : [], $"If the change is meant, copy {received} to {approved}.");
    }

    private static Assembly Load(string name) =>
        new[] { typeof(Digest), typeof(LinearEngine), typeof(ScribanDocumentRenderer), typeof(PipelineContext) }
            .Select(type => type.Assembly)
            .Single(assembly => assembly.GetName().Name == name);
}
