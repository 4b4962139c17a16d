using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before each task.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public abstract class FrostingTaskSetup<TContext> : IFrostingTaskSetup
    where TContext : ICakeContext
{
    /// <summary>Runs before each task, also before one that is skipped.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the task that begins.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Setup((TContext)context, info);
    }
}
