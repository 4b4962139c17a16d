using Cake.Core;

namespace Cake.Frosting;

/// <summary>An asynchronous task.</summary>
/// <typeparam name="T">The type of the context. The task is left out, with a warning, where the context of the host is not one.</typeparam>
public abstract class AsyncFrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Runs the task. Does nothing unless overridden.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The running task.</returns>
    public virtual Task RunAsync(T context) => Task.CompletedTask;

    /// <summary>Decides, when the turn of the task has come, whether it runs. It does unless overridden.</summary>
    /// <param name="context">The context.</param>
    /// <returns><see langword="false"/> to skip the task. A target that is skipped fails the run.</returns>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles a failure of the task. An override swallows the failure unless it throws.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="context">The context.</param>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Runs after the task, whether it failed or not. Does nothing unless overridden.</summary>
    /// <param name="context">The context.</param>
    public virtual void Finally(T context)
    {
    }

    Task IFrostingTask.RunAsync(ICakeContext context) => RunAsync(Cast(context));

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun(Cast(context));

    void IFrostingTask.OnError(Exception exception, ICakeContext context)
    {
        ArgumentNullException.ThrowIfNull(exception);
        OnError(exception, Cast(context));
    }

    void IFrostingTask.Finally(ICakeContext context) => Finally(Cast(context));

    private static T Cast(ICakeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (T)context;
    }
}
