using Cake.Frosting.ModelPipeline.Arguments;
using ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Packaging;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace Cake.Frosting.ModelPipeline;

/// <summary>Says which parts a host's pipeline is made of.</summary>
public sealed class PipelineBuilder
{
    private readonly List<IModelEngine> _engines = [];
    private readonly List<ArgumentDefinition> _arguments = [.. PipelineArguments.All];

    internal PipelineBuilder()
    {
    }

    internal IReadOnlyList<IModelEngine> Engines => _engines;

    internal IReadOnlyList<ArgumentDefinition> Arguments => _arguments;

    internal IDocumentRenderer Renderer { get; private set; } = new UnconfiguredRenderer();

    internal IImageBuilder Images { get; private set; } = new UnconfiguredImageBuilder();

    internal IContainerRuntime Containers { get; private set; } = new NoContainerRuntime();

    internal Func<IProgress<string>, IReleaseHost?> Host { get; private set; } = _ => null;

    internal Func<string, IArtifactStore> ArtifactRegistry { get; private set; } = _ => throw new InputException(
        "The host has no registry of artifacts: call UseArtifactRegistry(name => new RegistryArtifactStore(name, TimeProvider.System)) of the package ModelPipeline.Docker in Program.cs.");

    internal IImageRegistry Registry { get; private set; } = new UnconfiguredImageRegistry();

    /// <summary>Adds an engine, so that specs can name it.</summary>
    /// <param name="engine">The engine; of two with one name the later counts.</param>
    public PipelineBuilder AddEngine(IModelEngine engine)
    {
        _engines.Add(engine);
        return this;
    }

    /// <summary>Sets what renders cards and reports.</summary>
    /// <param name="renderer">The renderer.</param>
    public PipelineBuilder UseDocumentRenderer(IDocumentRenderer renderer)
    {
        Renderer = renderer;
        return this;
    }

    /// <summary>Sets what builds images.</summary>
    /// <param name="images">The image builder.</param>
    public PipelineBuilder UseImageBuilder(IImageBuilder images)
    {
        Images = images;
        return this;
    }

    /// <summary>Sets what runs images in containers. Without one, images are built and their service is tried as a local process.</summary>
    /// <param name="containers">The container runtime.</param>
    public PipelineBuilder UseContainerRuntime(IContainerRuntime containers)
    {
        Containers = containers;
        return this;
    }

    /// <summary>Sets where releases are proposed, approved and published. Without one, proposals are branches of the git repository.</summary>
    /// <param name="host">Makes the host when it is first needed, with what takes a few words on long waits; gives <see langword="null"/> where this environment has none.</param>
    public PipelineBuilder UseReleaseHost(Func<IProgress<string>, IReleaseHost?> host)
    {
        Host = host;
        return this;
    }

    /// <summary>Sets where the images of releases are pushed to.</summary>
    /// <param name="registry">The registry.</param>
    public PipelineBuilder UseImageRegistry(IImageRegistry registry)
    {
        Registry = registry;
        return this;
    }

    /// <summary>Sets what <c>--artifacts=oci://NAME</c> keeps the files of proposed releases in.</summary>
    /// <param name="registry">Makes the store of a name such as <c>ghcr.io/acme/artifacts</c>.</param>
    public PipelineBuilder UseArtifactRegistry(Func<string, IArtifactStore> registry)
    {
        ArtifactRegistry = registry;
        return this;
    }

    /// <summary>Declares an argument of the host's own tasks, so that it is no typing error.</summary>
    /// <param name="name">The name without dashes, for example <c>region</c>.</param>
    public PipelineBuilder DeclareArgument(string name)
    {
        _arguments.Add(new ArgumentDefinition(name, ArgumentKind.Any));
        return this;
    }
}
