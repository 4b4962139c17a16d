using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using ModelPipeline.MLNet.Persistence;
using ModelPipeline.MLNet.Scoring;
using ModelPipeline.MLNet.Trainers;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet;

/// <summary>
/// Trainers of Microsoft.ML. Binary: <c>lbfgs-logistic-regression</c>, <c>sdca-logistic-regression</c>; multiclass: <c>lbfgs-maximum-entropy</c>,
/// <c>sdca-maximum-entropy</c>; regression: <c>sdca-regression</c>, <c>lbfgs-poisson-regression</c>; all three: <c>fast-tree</c>, <c>fast-forest</c>.
/// A user's own recipes are trainers beside them.
/// </summary>
/// <remarks>
/// <para>Numbers are 32 bits wide in Microsoft.ML: a greater one is read as the greatest of that width.</para>
/// <para>Trainers use one thread, so that weights have the same bits on every run, whatever the number of processors.</para>
/// <para>
/// A model is code to Microsoft.ML: it says which types are made, of assemblies that the program has. So its bytes are compared with their
/// digest before Microsoft.ML sees them; whether the bundle is the one that was meant is the caller's to verify, by the bundle's digest.
/// </para>
/// </remarks>
public sealed class MLNetEngine : IModelEngine
{
    private readonly IReadOnlyList<IMLNetRecipe> _recipes;
    private readonly IReadOnlyList<Assembly> _assemblies;

    /// <summary>Makes the engine with the trainers of Microsoft.ML alone.</summary>
    public MLNetEngine()
        : this([])
    {
    }

    /// <summary>Makes the engine.</summary>
    /// <param name="recipes">The user's own recipes. Their assemblies' types may be part of a model.</param>
    /// <exception cref="ArgumentException">Two recipes have one name.</exception>
    public MLNetEngine(params IMLNetRecipe[] recipes)
    {
        ArgumentNullException.ThrowIfNull(recipes);
        _recipes = [.. BuiltInRecipes.All, .. recipes];
        if (_recipes.CountBy(recipe => recipe.Name).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            throw new ArgumentException($"Two recipes have the name {QuotedText.Of(twice)}.", nameof(recipes));
        _assemblies = [.. recipes.Select(recipe => recipe.GetType().Assembly).Distinct()];
        Trainers = [.. _recipes.Select(recipe => new TrainerDefinition(recipe.Name, recipe.Tasks, recipe.Parameters))];
        Versions = VersionsWith(_assemblies);
    }

    /// <inheritdoc/>
    public string Name => "mlnet";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TrainerDefinition> Trainers { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// Microsoft.ML cannot be stopped from outside: a training that is stopped goes on in a thread of its own until it reads rows again, or ends,
    /// and what it makes is dropped. The exception comes at once.
    /// </remarks>
    public ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var recipe = _recipes.FirstOrDefault(recipe => recipe.Name == request.Trainer)
            ?? throw new TrainingException($"Engine '{Name}' has no trainer {QuotedText.Of(request.Trainer)}.");
        var context = Context(MLNetTraining.SeedOf(request.Seed));
        var transformer = new MLNetTraining(context, recipe, request).Run(cancellation);
        return new TrainedMLNetModel(context, transformer, request);
    }

    /// <inheritdoc/>
    public IScorer Load(string folder, ModelSignature signature)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(signature);
        var transformer = ModelFiles.Read(Context(seed: 0), folder, signature, [.. _recipes.Select(recipe => recipe.Name)]);
        return new MLNetScorer(transformer, signature);
    }

    private MLContext Context(int seed)
    {
        var context = new MLContext(seed);
        foreach (var assembly in _assemblies)
            context.ComponentCatalog.RegisterAssembly(assembly);
        return context;
    }

    private static SortedDictionary<string, string> VersionsWith(IEnumerable<Assembly> recipes)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["Microsoft.ML"] = VersionOf(typeof(MLContext).Assembly),
            ["Microsoft.ML.FastTree"] = VersionOf(typeof(FastTreeBinaryTrainer).Assembly),
        };
        foreach (var assembly in recipes.Append(typeof(MLNetEngine).Assembly))
            versions[assembly.GetName().Name!] = VersionOf(assembly);
        return versions;
    }

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', ' ')[0] ?? assembly.GetName().Version!.ToString();
}
