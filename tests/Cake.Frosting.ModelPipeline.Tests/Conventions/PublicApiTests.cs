using System.Reflection;
using ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Command;
using ModelPipeline.Docker.Images;
using ModelPipeline.GitHub;
using ModelPipeline.Linear;
using ModelPipeline.XGBoost;

namespace Cake.Frosting.ModelPipeline.Tests.Conventions;

public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies => ["ModelPipeline", "ModelPipeline.Linear", "ModelPipeline.XGBoost", "ModelPipeline.Command", "ModelPipeline.Cards", "ModelPipeline.Docker", "ModelPipeline.GitHub", "Cake.Frosting.ModelPipeline"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_API_is_the_approved_one(string assembly)
    {
        var approved = Path.Combine(Repository.Root, "tests", "Cake.Frosting.ModelPipeline.Tests", "Conventions", $"{assembly}.approved.txt");
        var received = Path.Combine(AppContext.BaseDirectory, $"{assembly}.received.txt");
        var api = PublicApi.Of(Load(assembly));
        File.WriteAllText(received, api);

        Changes(File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "", api)
            .ShouldBeEmpty($"The public API changed. If that is meant, copy {received} to {approved}.");
    }

    private static IEnumerable<string> Changes(string approved, string actual)
    {
        var (before, after) = (PublicApi.Lines(approved).ToList(), PublicApi.Lines(actual).ToList());
        return [.. after.Except(before).Select(line => "added: " + line), .. before.Except(after).Select(line => "removed: " + line)];
    }

    private static Assembly Load(string name) =>
        new[] { typeof(Digest), typeof(LinearEngine), typeof(XGBoostEngine), typeof(CommandEngine), typeof(ScribanDocumentRenderer), typeof(OciImageBuilder), typeof(GitHubReleaseHost), typeof(PipelineContext) }
            .Select(type => type.Assembly)
            .Single(assembly => assembly.GetName().Name == name);
}
