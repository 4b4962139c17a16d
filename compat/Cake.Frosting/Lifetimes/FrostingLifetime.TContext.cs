using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before the first and after the last task.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <summary>Runs once, before the first task.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the run that begins.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <summary>Runs once, after the last task, also when the run failed.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the run that ended.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Setup((TContext)context, info);
    }

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Teardown((TContext)context, info);
    }
}
