namespace ModelPipeline.Training;

/// <summary>The engines that the host has registered.</summary>
/// <param name="engines">The engines; of two with one name the later counts.</param>
/// <param name="trial">Loads a bundle of an engine that <see cref="IModelEngine.MayAbort"/> elsewhere first; <see langword="null"/> where the end of this process is no harm.</param>
public sealed class EngineCatalog(IEnumerable<IModelEngine> engines, LoadTrial? trial = null)
{
    private readonly SortedDictionary<string, IModelEngine> _byName = Index(engines);

    /// <summary>The engines, in ordinal order of their names.</summary>
    public IReadOnlyList<IModelEngine> All => [.. _byName.Values];

    /// <summary>The engine of a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public IModelEngine this[string name] => _byName.TryGetValue(name, out var engine)
        ? engine
        : throw new InputException($"Engine '{name}' is not in this build; it has: {string.Join(", ", _byName.Keys)}.");

    /// <summary>Whether there is an engine of a name.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>Loads a bundle's model with the engine that trained it.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="cancellation">Ends the trial.</param>
    /// <exception cref="InputException">Its engine is not there.</exception>
    /// <exception cref="InvalidDataException">The engine cannot load it, or ended the process that tried.</exception>
    public IScorer Load(ModelBundle bundle, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var engine = this[bundle.Manifest.Engine];
        if (engine.MayAbort)
            trial?.Try(bundle, cancellation);
        return engine.Load(bundle.Folder, bundle.Manifest.Signature);
    }

    /// <summary>Remembers that a bundle was trained by this process, so that it is loaded without a trial.</summary>
    internal void Trust(ModelBundle bundle) => trial?.Trust(bundle);

    private static SortedDictionary<string, IModelEngine> Index(IEnumerable<IModelEngine> engines)
    {
        var index = new SortedDictionary<string, IModelEngine>(StringComparer.Ordinal);
        foreach (var engine in engines)
            index[engine.Name] = engine;
        return index;
    }
}
