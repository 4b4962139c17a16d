using Scriban;
using Scriban.Parsing;

namespace Compat.Scriban.Tests.StandIn;

public sealed class RepositoryTemplateTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "templates");

    [Fact]
    public void Every_template_of_the_repository_can_be_rendered_by_the_stand_in()
    {
        var errors = Files().SelectMany(file => Template.Parse(File.ReadAllText(file), Path.GetFileName(file)).Messages);

        errors.ShouldBeEmpty();
    }

    [Fact]
    public void The_templates_use_exactly_what_the_stand_in_supports() => UsedByTemplates().ShouldBe(TemplateConstructs.Supported);

    private static List<string> UsedByTemplates() =>
        [.. Files().SelectMany(file => TemplateConstructs.UsedBy(File.ReadAllText(file), Path.GetFileName(file))).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Folder, "*.sbn", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
