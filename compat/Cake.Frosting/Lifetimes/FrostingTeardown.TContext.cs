using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done after the last task.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public abstract class FrostingTeardown<TContext> : IFrostingTeardown
    where TContext : ICakeContext
{
    /// <summary>Runs once, after the last task, also when the run failed.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the run that ended.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Teardown((TContext)context, info);
    }
}
