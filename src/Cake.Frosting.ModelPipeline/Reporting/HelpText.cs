using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Tasks;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>What <c>--help</c> says beside Cake's own options.</summary>
internal static class HelpText
{
    private const int Width = 80;
    private const int Column = 23;

    public static void Write(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine("PIPELINE:");
        foreach (var argument in PipelineArguments.All.Where(argument => argument.Description.Length > 0))
            WriteArgument(writer, argument);
        writer.WriteLine();
        writer.WriteLine($"Without --target the target is {VerifyTask.Name}, not Default; --description lists them.");
        writer.WriteLine("Exit codes: 0 passed, 1 a step broke, 2 bad argument, spec or data,");
        writer.WriteLine("3 a check or gate failed, 4 waits for approval, 130 stopped.");
    }

    /// <summary>The argument beside its description, whose further lines begin below its first.</summary>
    private static void WriteArgument(TextWriter writer, ArgumentDefinition argument)
    {
        var line = $"    {argument.Written}".PadRight(Column - 1);
        foreach (var word in argument.Description.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                writer.WriteLine(line);
                line = new string(' ', Column - 1);
            }

            line += $" {word}";
        }

        writer.WriteLine(line);
    }
}
