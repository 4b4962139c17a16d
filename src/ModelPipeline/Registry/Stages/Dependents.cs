using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Registry.Stages;

/// <summary>Finds the models that read a model's output: by their <c>model.yaml</c> in the default branch, and by that of every version in a stage.</summary>
/// <param name="git">The repository.</param>
internal sealed class Dependents(IGitRemote git)
{
    /// <summary>Their names, each with where that is said.</summary>
    /// <exception cref="InputException">A model's file cannot be read: then nobody knows.</exception>
    public async Task<IReadOnlyList<string>> OfAsync(string model, ModelRegistry registry, CancellationToken cancellation)
    {
        var found = new List<string>();
        var faults = new List<string>();
        foreach (var other in registry.Models.Where(other => other.Name != model && !other.IsRetired))
        {
            if (!other.IsReadable)
                faults.AddRange(other.Faults);
            else if (other.DependsOn.Contains(model))
                found.Add($"{QuotedText.Escape(other.Name)} (in {registry.Branch})");
            foreach (var present in other.Stages)
            {
                var file = await ModelRegistry.ReadAsync(git, other.Find(present.Version)!.Commit!, other.Folder, cancellation).ConfigureAwait(false);
                faults.AddRange(file.Faults);
                if (file.ToModel(other.Name, other.Folder).DependsOn.Contains(model))
                    found.Add($"{QuotedText.Escape(other.Name)} {present.Version} (in {present.Stage})");
            }
        }

        return faults.Count == 0
            ? found
            : throw new InputException($"Whether another model reads the output of {model} is not known: {string.Join("; ", faults.Distinct(StringComparer.Ordinal))}. Mend that first.");
    }
}
