using System.Globalization;
using ModelPipeline.Runs;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Storage;

namespace ModelPipeline.Training;

/// <summary>Takes the bundle that <c>--candidate</c> names for the candidate, in place of training one.</summary>
internal static class GivenCandidate
{
    private const string Mend = "Name another bundle with --candidate";

    /// <summary>The digest of the bundle.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <exception cref="InputException">There is no bundle, or it is not as it should be.</exception>
    public static Digest DigestOf(string folder) => ModelBundle.Open(folder, Mend).Digest;

    /// <summary>Judges the bundle and copies it into the workspace. Where it does not fit the model, the workspace's bundle is untouched.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">It is no bundle of this model; all faults at once.</exception>
    public static StepOutcome Adopt(ModelRun run, string folder, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("reading the data");
        var data = run.ReadData(cancellation);

        progress.Report("scoring with the given bundle");
        var given = ModelBundle.Open(folder, Mend);
        RefuseMisfit(run, data, given);
        var outcome = Judge(run, data, given, cancellation);

        progress.Report("copying the bundle");
        Copy(given, run.Workspace.Bundle, cancellation);
        File.Delete(run.Workspace.Provenance);
        return outcome;
    }

    private static void RefuseMisfit(ModelRun run, RunData data, ModelBundle given)
    {
        var faults = Misfits(run, data, given.Manifest).ToList();
        if (faults.Count > 0)
            throw new InputException($"The bundle in '{given.Folder}' is none of the model {run.Spec.Name}: {string.Join("; ", faults)}. {Mend}.");
    }

    private static IEnumerable<string> Misfits(ModelRun run, RunData data, BundleManifest manifest)
    {
        var signature = manifest.Signature;
        if (manifest.Name != run.Spec.Name)
            yield return $"its model is {QuotedText.Of(manifest.Name)}";
        if (manifest.Engine != run.Engine.Name)
            yield return $"its engine is {QuotedText.Of(manifest.Engine)}, the spec's '{run.Engine.Name}'";
        else if (run.Spec.Challenger is not null)
            foreach (var difference in RecipeFit.Differences(run.Spec.Train, manifest))
                yield return difference;
        if (signature.Task != run.Spec.Task)
            yield return $"its task is {Words.Of(signature.Task)}, the spec's {Words.Of(run.Spec.Task)}";
        else if (!signature.Classes.SequenceEqual(data.Rows.Labels.Classes))
            yield return $"its classes are {Listed(signature.Classes)}, those of the data {Listed(data.Rows.Labels.Classes)}";
        else if (!signature.Outputs.SequenceEqual(ModelSignature.OutputsOf(signature.Task, signature.Classes)))
            yield return $"its outputs are {Listed(signature.Outputs)}";
        foreach (var input in signature.Inputs)
        {
            var type = data.Rows.Features.Find(input.Name)?.Type;
            if (type is null)
                yield return $"the data have no feature {QuotedText.Of(input.Name)}";
            else if (type != input.Type)
                yield return $"the feature {QuotedText.Of(input.Name)} is {Words.Of(type.Value)} in the data, {Words.Of(input.Type)} in the bundle";
        }
    }

    private static StepOutcome Judge(ModelRun run, RunData data, ModelBundle given, CancellationToken cancellation)
    {
        try
        {
            var golden = GoldenRows.Read(given.Folder, given.Manifest.Signature);
            using var scorer = run.Engines.Load(given, cancellation);
            return new StepOutcome
            {
                Summary = string.Create(CultureInfo.InvariantCulture, $"given bundle {given.Digest.Short}: {given.Manifest.Trainer} on {given.Manifest.Data.TrainRows:N0} rows"),
                Candidate = given.Digest,
                Checks =
                [
                    TrainChecks.FiniteScores(scorer.Score(data.TestFeatures, cancellation)),
                    TrainChecks.SameScores(golden.Scores, scorer.Score(golden.Rows, cancellation)),
                    TrainChecks.UnseenTestRows(given, data),
                ],
                Measures = TrainRecord.Measures(given),
                Facts = TrainRecord.Facts(given.Manifest).Append(new("origin", "given bundle")).ToDictionary(),
            };
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The bundle in '{given.Folder}' cannot be used: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. {Mend}.", fault);
        }
    }

    private static void Copy(ModelBundle given, string folder, CancellationToken cancellation) => AtomicFolder.Replace(folder, next =>
    {
        foreach (var file in Directory.EnumerateFiles(given.Folder, "*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            var copy = Path.Combine(next, Path.GetRelativePath(given.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (!BundleDigest.IsOf(next, given.Digest))
            throw new InputException($"The bundle in '{given.Folder}' changed while the run was going on: run it again.");
    });

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Take(20).Select(QuotedText.Of).DefaultIfEmpty("none"));
}
