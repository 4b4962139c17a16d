using ModelPipeline.Scoring.Hosting;

return await ScoringProgram.RunAsync(args).ConfigureAwait(false);
