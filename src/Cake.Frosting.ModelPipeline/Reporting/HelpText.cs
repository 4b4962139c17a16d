using Cake.Frosting.ModelPipeline.Arguments;
using Cake.Frosting.ModelPipeline.Tasks;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>What <c>--help</c> says beside Cake's own options.</summary>
internal static class HelpText
{
    public static void Write(TextWriter writer)
    {
        writer.WriteLine("PIPELINE:");
        foreach (var argument in PipelineArguments.All.Where(argument => argument.Description.Length > 0))
            writer.WriteLine($"    {argument.Written,-18}{argument.Description}");
        writer.WriteLine();
        writer.WriteLine($"Without --target the target is {VerifyTask.Name}, not Default; --description lists them.");
        writer.WriteLine("Exit codes: 0 passed, 1 a step broke, 2 bad argument, spec or data,");
        writer.WriteLine("3 a check or gate failed, 4 waits for approval, 130 stopped.");
    }
}
