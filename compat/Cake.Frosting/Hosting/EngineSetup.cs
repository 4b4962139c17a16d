using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Hosting;

/// <summary>Hands the tasks and the lifetimes of the container to the engine.</summary>
internal sealed class EngineSetup(
    ICakeEngine engine,
    IFrostingContext context,
    ICakeLog log,
    IEnumerable<IFrostingTask> tasks,
    IFrostingSetup? setup = null,
    IFrostingTeardown? teardown = null,
    IFrostingTaskSetup? taskSetup = null,
    IFrostingTaskTeardown? taskTeardown = null)
{
    public void Register()
    {
        foreach (var task in tasks)
            Register(task);
        if (setup is not null)
            engine.RegisterSetupAction(info => setup.Setup(context, info));
        if (teardown is not null)
            engine.RegisterTeardownAction(info => teardown.Teardown(context, info));
        if (taskSetup is not null)
            engine.RegisterTaskSetupAction(info => taskSetup.Setup(context, info));
        if (taskTeardown is not null)
            engine.RegisterTaskTeardownAction(info => taskTeardown.Teardown(context, info));
    }

    private void Register(IFrostingTask task)
    {
        var shape = new TaskShape(task.GetType());
        log.Debug("Registering task: {0}", shape.Name);
        if (!shape.Accepts(context))
        {
            log.Warning("Task cannot be used since the context isn't convertible to {0}.", shape.ContextType.FullName);
            return;
        }

        var builder = engine.RegisterTask(shape.Name);
        if (!string.IsNullOrWhiteSpace(shape.Description))
            builder.Description(shape.Description);
        RegisterMethods(task, shape, builder);
        foreach (var name in shape.Dependencies)
            builder.IsDependentOn(name);
        foreach (var name in shape.Dependees)
            builder.IsDependeeOf(name);
    }

    private void RegisterMethods(IFrostingTask task, TaskShape shape, CakeTaskBuilder builder)
    {
        if (shape.OverridesRun)
            builder.Does(task.RunAsync);
        if (shape.Overrides(nameof(IFrostingTask.ShouldRun)))
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        if (shape.ContinuesOnError)
            builder.ContinueOnError();
        if (shape.Overrides(nameof(IFrostingTask.OnError)))
            builder.OnError(exception => task.OnError(exception, context));
        if (shape.Overrides(nameof(IFrostingTask.Finally)))
            builder.Finally(() => task.Finally(context));
    }
}
