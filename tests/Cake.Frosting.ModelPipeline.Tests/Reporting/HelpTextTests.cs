using System.Text.RegularExpressions;
using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Reporting;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

public sealed partial class HelpTextTests
{
    private readonly string _help = Help();

    [Fact]
    public void It_fits_80_columns() => _help.Split('\n').ShouldAllBe(line => line.Length <= 80);

    [Fact]
    public void It_says_every_argument_and_its_whole_description()
    {
        var words = Spaces().Replace(_help, " ");

        foreach (var argument in PipelineArguments.All)
            words.ShouldContain($" {argument.Written} {argument.Description} ");
    }

    [Fact]
    public void Descriptions_stand_in_one_column() =>
        _help.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).ShouldAllBe(line => line[22] == ' ' && line[23] != ' ');

    private static string Help()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        HelpText.Write(writer);
        return writer.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
