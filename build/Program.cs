using Cake.Frosting;
using Cake.Frosting.ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Docker.Engine;
using ModelPipeline.Docker.Images;
using ModelPipeline.Linear;

return new CakeHost()
    .UseModelPipeline(pipeline => pipeline
        .AddEngine(new LinearEngine())
        .UseImageBuilder(new OciImageBuilder())
        .UseContainerRuntime(new DockerContainerRuntime(TimeProvider.System))
        .UseDocumentRenderer(new ScribanDocumentRenderer("templates")))
    .RunModelPipeline(args);
