using Cake.Frosting;
using Cake.Frosting.ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Linear;

return new CakeHost()
    .UseModelPipeline(pipeline => pipeline
        .AddEngine(new LinearEngine())
        .UseDocumentRenderer(new ScribanDocumentRenderer("templates")))
    .RunModelPipeline(args);
