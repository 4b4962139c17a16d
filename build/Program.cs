using Cake.Frosting;
using Cake.Frosting.ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Command;
using ModelPipeline.Docker.Engine;
using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.Registries;
using ModelPipeline.Docker.Registries.Artifacts;
using ModelPipeline.GitHub;
using ModelPipeline.Linear;
using ModelPipeline.XGBoost;
#if MLNET
using ModelPipeline.MLNet;
#endif

return new CakeHost()
    .UseModelPipeline(pipeline => pipeline
        .AddEngine(new LinearEngine())
        .AddEngine(new CommandEngine(TimeProvider.System))
        .AddEngine(new XGBoostEngine())
#if MLNET
        .AddEngine(new MLNetEngine())
#endif
        .UseImageBuilder(new OciImageBuilder(TimeProvider.System))
        .UseContainerRuntime(new DockerContainerRuntime(TimeProvider.System))
        .UseReleaseHost(progress => GitHubReleaseHost.FromEnvironment(TimeProvider.System, progress))
        .UseImageRegistry(new OciRegistry(TimeProvider.System))
        .UseArtifactRegistry(name => new RegistryArtifactStore(name, TimeProvider.System))
        .UseDocumentRenderer(new ScribanDocumentRenderer("templates")))
    .RunModelPipeline(args);
