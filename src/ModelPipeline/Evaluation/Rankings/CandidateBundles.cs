using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>The bundles that a run is to rank.</summary>
internal static class CandidateBundles
{
    /// <summary>Opens them, in the order given.</summary>
    /// <exception cref="InputException">There are fewer than two, or some are no bundles of the model, or the same; all faults at once.</exception>
    public static IReadOnlyList<ModelBundle> Open(ModelRun run)
    {
        if (run.Options.Candidates.Count < 2)
            throw new InputException($"A ranking needs two or more bundles, {run.Options.Candidates.Count} given: name each with --candidate=FOLDER.");
        var faults = new List<string>();
        var bundles = run.Options.Candidates.Select(folder => TryOpen(run, folder, faults)).OfType<ModelBundle>().ToList();
        faults.AddRange(bundles.GroupBy(bundle => bundle.Digest).Where(same => same.Count() > 1)
            .Select(same => $"{string.Join(" and ", same.Select(bundle => QuotedText.Of(bundle.Folder)))} are the same bundle"));
        return faults.Count == 0 ? bundles : throw new InputException($"--candidate: {string.Join("; ", faults)}.");
    }

    /// <summary>What people call the bundles: their folders, without what all of them have in common.</summary>
    /// <param name="folders">Full paths.</param>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> folders)
    {
        string[][] parts = [.. folders.Select(folder => Path.TrimEndingDirectorySeparator(folder).Split(Path.DirectorySeparatorChar))];
        var common = 0;
        while (parts.All(path => common < path.Length - 1 && path[common] == parts[0][common]))
            common++;
        return [.. parts.Select(path => string.Join('/', path.Skip(common)))];
    }

    private static ModelBundle? TryOpen(ModelRun run, string folder, List<string> faults)
    {
        try
        {
            var bundle = ModelBundle.Open(folder);
            if (bundle.Manifest.Name == run.Spec.Name)
                return bundle;
            faults.Add($"{QuotedText.Of(folder)} is a bundle of the model {QuotedText.Of(bundle.Manifest.Name)}, not of '{run.Spec.Name}'");
        }
        catch (InputException fault)
        {
            faults.Add(fault.Message.TrimEnd('.'));
        }

        return null;
    }
}
