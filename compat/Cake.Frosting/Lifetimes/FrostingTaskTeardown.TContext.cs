using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done after each task.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public abstract class FrostingTaskTeardown<TContext> : IFrostingTaskTeardown
    where TContext : ICakeContext
{
    /// <summary>Runs after each task, also after one that failed or was skipped.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the task that ended.</param>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Teardown((TContext)context, info);
    }
}
