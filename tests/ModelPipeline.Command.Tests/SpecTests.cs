using ModelPipeline.Specs;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

public sealed class SpecTests
{
    private const string Sample = "docs/examples/scikit-learn/model.yaml";

    [Theory]
    [InlineData("\"{output}\", --parameters", "\"{outptu}\", --parameters", "'train.parameters': 'train' has an unknown placeholder '{outptu}'", "'train.parameters': 'train' must have {output} in an argument")]
    [InlineData("[train.py, score.py]", "[../train.py, model/score.py]", "'files' has '../train.py': it must be a relative path", "'files' has 'model/score.py': the bundle has something else")]
    [InlineData("    score: [", "    serve_: [", "'score' is missing: a program and its arguments")]
    public void Faults_of_the_commands_are_told_with_the_specs_others(string part, string replacement, params string[] faults)
    {
        using var folder = new EngineFolder();
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "scikit-learn")).FullName, "model.yaml");
        File.WriteAllText(path, File.ReadAllText(Repository.Path(Sample)).Replace(part, replacement, StringComparison.Ordinal));

        var told = string.Join('\n', new SpecReader([new CommandEngine(TimeProvider.System)]).Read(path).Faults.Select(fault => $"{fault.Line}: {fault.Message}"));

        foreach (var fault in faults)
            told.ShouldContain(fault);
    }
}
