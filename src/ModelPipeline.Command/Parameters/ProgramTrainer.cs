using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Parameters;

/// <summary>The one trainer, and the names of its parameters.</summary>
internal static class ProgramTrainer
{
    public const string Name = "program";

    public const string Files = "files";
    public const string Train = "train";
    public const string Score = "score";
    public const string Serve = "serve";
    public const string Values = "values";
    public const string TimeLimit = "time_limit";
    public const string Processes = "processes";
    public const string Environment = "environment";
    public const string Variables = "variables";

    public static IReadOnlyList<TrainerDefinition> All { get; } =
    [
        new(Name, [ModelTask.BinaryClassification, ModelTask.MulticlassClassification, ModelTask.Regression],
        [
            List(Files, "The program's files, relative to the model's folder. The bundle holds copies of them."),
            List(Train, "The command that trains: a program and its arguments; there is no shell. It needs {data} and {output}."),
            List(Score, "The command that scores a file of rows. It needs {data} and {output}; {model} is the folder that training wrote."),
            List(Serve, "A command that scores batch after batch over its standard input and output. Without it each batch starts the command of 'score'."),
            new(Values, ParameterKind.Any, null, "The program's own parameters, by name: in the file {parameters}, and each as {values.NAME}.") { Form = ParameterForm.Map },
            new(TimeLimit, ParameterKind.Integer, 600L, "How long one command, or one batch of 'serve', may take, in seconds.") { Minimum = 1, Maximum = 86_400 },
            new(Processes, ParameterKind.Integer, 1L, "How many processes of 'serve' score at once, at most.") { Minimum = 1, Maximum = 64 },
            List(Environment, "The variables of the environment that commands see. Where none is named: PATH, HOME, LANG and TMPDIR."),
            new(Variables, ParameterKind.Any, null, "Variables with fixed values that commands see, such as PYTHONHASHSEED: 0. Nothing secret: the bundle holds them.") { Form = ParameterForm.Map },
        ]),
    ];

    private static ParameterDefinition List(string name, string description) => new(name, ParameterKind.Text, null, description) { Form = ParameterForm.List };
}
