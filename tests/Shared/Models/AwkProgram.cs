using ModelPipeline.Command;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Models;

/// <summary>A model of engine <c>command</c>: a few lines for BusyBox's awk, which say that the probability is <c>1 / (1 + age / 100)</c>.</summary>
internal static class AwkProgram
{
    /// <summary>Where BusyBox is.</summary>
    public const string BusyBox = "/bin/busybox";

    private const string Script = """
        /^$/ { print ""; fflush(); begun = 0; next }
        !begun { print "probability"; begun = 1; next }
        { print 1 / (1 + $1 / factor) }
        """;

    /// <summary>What trains and scores with it.</summary>
    public static CommandEngine Engine { get; } = new(TimeProvider.System);

    /// <summary>Writes its bundle.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="program">An existing folder, for the program's files.</param>
    /// <param name="serves">Whether it has a command that scores batch after batch.</param>
    public static ModelBundle Write(string folder, string program, bool serves)
    {
        File.WriteAllText(Path.Combine(program, "score.awk"), Script.ReplaceLineEndings("\n") + "\n");
        File.WriteAllText(Path.Combine(program, "score.sh"), "busybox awk -F , -v factor=\"$(busybox cat \"$1/factor\")\" -f score.awk \"$2\" > \"$3\"\n");
        File.WriteAllText(Path.Combine(program, "train.sh"), "echo 100 > \"$1/factor\"\n");
        var parameters = List("files", "score.awk", "score.sh", "train.sh")
            .Concat(List("train", "busybox", "sh", "train.sh", "{output}", "{data}"))
            .Concat(List("score", "busybox", "sh", "score.sh", "{model}", "{data}", "{output}"))
            .Concat(serves ? List("serve", "busybox", "awk", "-F", ",", "-v", "factor=100", "-f", "score.awk") : []);
        return EngineBundle.Write(folder, Engine, "program", ModelTask.BinaryClassification, parameters, program);
    }

    private static IEnumerable<KeyValuePair<string, object>> List(string name, params string[] items) =>
        items.Select((item, index) => KeyValuePair.Create(FormattableString.Invariant($"{name}.{index}"), (object)item));
}
