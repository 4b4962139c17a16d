using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class TrainerParametersCheckTests
{
    private static readonly ParameterDefinition[] Definitions =
    [
        new("rate", ParameterKind.Number, 0.1, "A rate.") { Minimum = 0, Maximum = 1 },
        new("rounds", ParameterKind.Integer, 10L, "How many rounds.") { Minimum = 1 },
        new("booster", ParameterKind.Text, "tree", "What is boosted.") { Choices = ["tree", "line"] },
        new("quiet", ParameterKind.Flag, true, "Whether it says nothing."),
        new("files", ParameterKind.Text, null, "Files.") { Form = ParameterForm.List },
        new("values", ParameterKind.Any, null, "Values.") { Form = ParameterForm.Map },
    ];

    [Fact]
    public void What_the_definitions_allow_is_taken()
    {
        Should.NotThrow(() => Given().Check(Definitions));
        Should.NotThrow(() => Given(("files.0", "a"), ("files.1", "b"), ("values.x", 1.5), ("values.y", false), ("rate", 0.0)).Check(Definitions));
    }

    [Theory]
    [InlineData("rate", 1L, "Parameter 'rate' is 1: it must be a number.")]
    [InlineData("rate", double.NaN, "Parameter 'rate' is NaN: it must be finite.")]
    [InlineData("rate", 1.5, "Parameter 'rate' is 1.5: it must be at most 1.")]
    [InlineData("rounds", 0L, "Parameter 'rounds' is 0: it must be at least 1.")]
    [InlineData("rounds", 2.0, "Parameter 'rounds' is 2: it must be a whole number.")]
    [InlineData("booster", "dart\n", "Parameter 'booster' is 'dart\\n': it must be one of tree, line.")]
    [InlineData("booster", 1L, "Parameter 'booster' is 1: it must be a text.")]
    [InlineData("quiet", "yes", "Parameter 'quiet' is 'yes': it must be true or false.")]
    [InlineData("files.0", 1L, "Parameter 'files.0' is 1: it must be a text.")]
    [InlineData("files", "a", "Parameter 'files' is 'a': it must be a list, as 'files.0'.")]
    [InlineData("values", 1L, "Parameter 'values' is 1: it must be a mapping, as 'values.key'.")]
    [InlineData("round", 2L, "Parameter 'round' is unknown: did you mean 'rounds'?")]
    [InlineData("abc", 2L, "Parameter 'abc' is unknown; known: rate, rounds, booster, quiet, files, values.")]
    public void Another_value_is_refused_by_its_name(string name, object value, string message) =>
        Should.Throw<TrainingException>(() => Given((name, value)).Check(Definitions)).Message.ShouldBe(message);

    [Fact]
    public void Every_fault_is_told_also_a_default_that_was_not_filled_in() =>
        Should.Throw<TrainingException>(() => new TrainerParameters([new("rate", -1.0), new("quiet", true)]).Check(Definitions))
            .Message.ShouldBe("Parameter 'rounds' is missing. Parameter 'booster' is missing. Parameter 'rate' is -1: it must be at least 0.");

    private static TrainerParameters Given(params (string Name, object Value)[] others)
    {
        var values = Definitions.Where(definition => definition.Default is not null).ToDictionary(definition => definition.Name, definition => definition.Default!);
        foreach (var (name, value) in others)
            values[name] = value;
        return new(values);
    }
}
