using ModelPipeline.Training;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>train</c>.</summary>
internal sealed class TrainSection(IReadOnlyList<IModelEngine> engines)
{
    private const long DefaultSeed = 7;
    private static readonly string[] KnownEngines = ["linear", "xgboost", "command"];

    public TrainSpec Read(Section train, ModelTask? task)
    {
        var engineValue = train.Find("engine");
        var engineName = engineValue?.Text() ?? "";
        var engine = engines.FirstOrDefault(engine => engine.Name == engineName);
        if (engine is null && engineName.Length > 0)
            ReportEngine(engineValue!, engineName);

        var trainerValue = train.Find("trainer");
        var trainerName = trainerValue?.Text() ?? "";
        var trainer = engine?.Trainers.FirstOrDefault(trainer => trainer.Name == trainerName);
        if (engine is not null && trainerName.Length > 0)
            JudgeTrainer(trainerValue!, trainerName, engine, trainer, task);

        var parametersValue = train.Find("parameters");
        var parameters = ParametersSection.Read(parametersValue, trainer);
        if (trainer is not null)
            foreach (var fault in engine!.Faults(trainerName, parameters))
                (parametersValue ?? trainerValue!).Report($"'train.parameters': {fault}");

        return new TrainSpec
        {
            Engine = engineName,
            Trainer = trainerName,
            Seed = train.Find("seed")?.Integer(NumberRange.Any) ?? DefaultSeed,
            Parameters = parameters,
        };
    }

    private void ReportEngine(SpecValue value, string name)
    {
        var registered = engines.Count == 0 ? "none" : string.Join(", ", engines.Select(engine => engine.Name));
        value.Report(name switch
        {
            "mlnet" => $"engine 'mlnet' is only in programs that are built with -p:UseNuGetPackages=true and register it; this one has: {registered}",
            _ when KnownEngines.Contains(name) => $"engine '{name}' is not in this build; registered: {registered}",
            _ => NearestName.Unknown("engine", name, [.. engines.Select(engine => engine.Name)]),
        });
    }

    private static void JudgeTrainer(SpecValue value, string name, IModelEngine engine, TrainerDefinition? trainer, ModelTask? task)
    {
        string[] fitting = [.. engine.Trainers.Where(other => task is not { } needed || other.Tasks.Contains(needed)).Select(other => other.Name)];
        if (trainer is null)
        {
            value.Report(NearestName.Unknown(task is { } needed ? $"{Words.Of(needed)} trainer" : "trainer", name, fitting));
        }
        else if (task is { } known && !trainer.Tasks.Contains(known))
        {
            var hint = fitting.Length == 0 ? $"engine '{engine.Name}' has none for it" : $"use {string.Join(" or ", fitting)}";
            value.Report($"trainer '{name}' is not for {Words.Of(known)}: {hint}");
        }
    }
}
