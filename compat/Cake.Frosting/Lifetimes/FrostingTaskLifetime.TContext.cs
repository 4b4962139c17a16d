using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before and after each task.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public abstract class FrostingTaskLifetime<TContext> : IFrostingTaskLifetime
    where TContext : ICakeContext
{
    /// <summary>Runs before each task, also before one that is skipped.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the task that begins.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    /// <summary>Runs after each task, also after one that failed or was skipped.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the task that ended.</param>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Setup((TContext)context, info);
    }

    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Teardown((TContext)context, info);
    }
}
