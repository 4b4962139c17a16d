using System.Reflection;
using ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Command;
using ModelPipeline.Docker.Images;
using ModelPipeline.GitHub;
using ModelPipeline.Linear;
using ModelPipeline.XGBoost;

namespace Cake.Frosting.ModelPipeline.Tests.Conventions;

public sealed class LayerTests
{
    private static readonly string[] Framework = ["System", "Microsoft.Win32", "netstandard", "mscorlib"];

    [Fact]
    public void The_domain_knows_no_host_renderer_or_engine() =>
        ReferencesOf(typeof(Digest).Assembly).ShouldBeSubsetOf(["CsvHelper", "MathNet.Numerics", "YamlDotNet"]);

    [Fact]
    public void The_engine_linear_depends_on_the_domain_and_its_library_only() =>
        ReferencesOf(typeof(LinearEngine).Assembly).ShouldBeSubsetOf(["ModelPipeline", "MathNet.Numerics"]);

    [Fact]
    public void The_engine_xgboost_depends_on_the_domain_only() =>
        ReferencesOf(typeof(XGBoostEngine).Assembly).ShouldBeSubsetOf(["ModelPipeline"]);

    [Fact]
    public void The_engine_command_depends_on_the_domain_and_its_library_only() =>
        ReferencesOf(typeof(CommandEngine).Assembly).ShouldBeSubsetOf(["ModelPipeline", "CsvHelper"]);

    [Fact]
    public void The_cards_depend_on_the_domain_and_their_library_only() =>
        ReferencesOf(typeof(ScribanDocumentRenderer).Assembly).ShouldBeSubsetOf(["ModelPipeline", "Scriban"]);

    [Fact]
    public void Images_and_containers_depend_on_the_domain_and_their_library_only() =>
        ReferencesOf(typeof(OciImageBuilder).Assembly).ShouldBeSubsetOf(["ModelPipeline", "Docker.DotNet"]);

    [Fact]
    public void The_host_of_releases_depends_on_the_domain_and_its_library_only() =>
        ReferencesOf(typeof(GitHubReleaseHost).Assembly).ShouldBeSubsetOf(["ModelPipeline", "Octokit"]);

    [Fact]
    public void The_tasks_depend_on_the_domain_and_what_Cake_brings_only() =>
        ReferencesOf(typeof(PipelineContext).Assembly)
            .Where(name => name != "Cake.Core" && name != "Cake.Frosting" && !name.StartsWith("Spectre.Console", StringComparison.Ordinal))
            .ShouldBeSubsetOf(["ModelPipeline", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.DependencyInjection.Abstractions"]);

    private static string[] ReferencesOf(Assembly assembly) =>
    [
        .. assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !Framework.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal))),
    ];
}
