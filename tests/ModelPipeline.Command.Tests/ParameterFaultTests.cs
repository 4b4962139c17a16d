using ModelPipeline.Training;

namespace ModelPipeline.Command.Tests;

public sealed class ParameterFaultTests : IDisposable
{
    private readonly Shell _shell = Shell.Sound();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Sound_parameters_have_no_fault() => Faults().ShouldBeEmpty();

    [Theory]
    [InlineData("train.5", "{outptu}", "'train' has an unknown placeholder '{outptu}'; known: {data}, {output}, {parameters}, {seed}; {{outptu}} is the text itself", "'train' must have {output} in an argument")]
    [InlineData("score.4", "{values.alpha}", "'score' has an unknown placeholder '{values.alpha}'")]
    [InlineData("train.0", "{data}", "'train' must begin with a program, not '{data}'")]
    [InlineData("files.0", "../train.py", "'files' has '../train.py': it must be a relative path below the folder, without '.' and '..'")]
    [InlineData("files.0", "/etc/passwd", "'files' has '/etc/passwd': it must be a relative path")]
    [InlineData("files.0", "a//b", "'files' has 'a//b': it must be a relative path")]
    [InlineData("files.0", "a\nb", "'files' has 'a\\nb': a name has no control character")]
    [InlineData("files.0", "bundle.json", "'files' has 'bundle.json': the bundle has something else of this name")]
    [InlineData("files.0", "Model/x.py", "'files' has 'Model/x.py': the bundle has something else of this name")]
    [InlineData("environment.0", "A=B", "'environment' has 'A=B', which is no name of a variable")]
    [InlineData("variables.1A", "x", "'variables' has '1A', which is no name of a variable")]
    [InlineData("variables.MODELPIPELINE_RUN", "x", "'variables' has 'MODELPIPELINE_RUN', which the engine sets itself")]
    [InlineData("time_limit", 0L, "Parameter 'time_limit' is 0: it must be at least 1")]
    [InlineData("processes", "2", "Parameter 'processes' is '2': it must be a whole number")]
    [InlineData("files.0", 5L, "Parameter 'files.0' is 5: it must be a text")]
    public void A_fault_is_told(string parameter, object value, params string[] faults)
    {
        _shell.With(parameter, value);

        var all = string.Join('\n', Faults());

        foreach (var fault in faults)
            all.ShouldContain(fault);
    }

    [Fact]
    public void Every_fault_is_told_at_once_and_training_tells_them_too()
    {
        using var empty = new Shell();
        empty.With("files.0", "a.py").With("files.1", "a.py");

        var faults = empty.Engine.Faults("program", new TrainerParameters(empty.Parameters)).ToList();

        faults.Count.ShouldBe(3);
        var told = empty.TrainingFault();
        faults.ShouldAllBe(fault => told.Contains(fault));
        told.ShouldContain("'train' is missing: a program and its arguments, such as [python3, train.py");
    }

    [Fact]
    public void Values_seed_and_braces_are_filled_in()
    {
        _shell.With("values.alpha", 0.5).With("train.6", "{values.alpha} {seed} {{seed}} {print $1}").Train("echo \"$3\" > \"$2/model\"");

        using var model = _shell.Train(TestContext.Current.CancellationToken);
        model.Save(_shell.Bundle);

        File.ReadAllText(Path.Combine(_shell.Bundle, "model", "model")).ShouldBe("0.5 7 {seed} {print $1}\n");
    }

    private IEnumerable<string> Faults() => _shell.Engine.Faults("program", new TrainerParameters(_shell.Parameters));
}
