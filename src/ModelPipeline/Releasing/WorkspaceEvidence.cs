using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing;

/// <summary>Finds what a release is judged by in a workspace.</summary>
internal static class WorkspaceEvidence
{
    public static ReleaseEvidence Read(ModelRun run) => new()
    {
        Spec = run.Spec,
        Champion = run.Champion,
        Inputs = run.Inputs,
        Steps = StepNames.Required.ToDictionary(step => step, step => ReadStep(run, step)),
        Bundle = Directory.Exists(run.Workspace.Bundle) ? BundleDigest.Of(run.Workspace.Bundle) : null,
        Card = DigestOf(run.Workspace.ModelCard),
        Image = DigestOf(run.Workspace.Image),
        HasReports = evidence => ReportFiles.AreThere(run.Workspace, evidence),
    };

    private static GateEvidence ReadStep(ModelRun run, string step)
    {
        try
        {
            return new GateEvidence(step, run.Workspace.Evidence.Read(step), null);
        }
        catch (InvalidDataException fault)
        {
            return new GateEvidence(step, null, fault.Message);
        }
    }

    private static Digest? DigestOf(string path) => File.Exists(path) ? Digest.OfFile(path) : null;
}
