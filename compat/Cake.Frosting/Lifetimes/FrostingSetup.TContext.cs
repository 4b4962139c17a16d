using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before the first task.</summary>
/// <typeparam name="TContext">The type of the context.</typeparam>
public abstract class FrostingSetup<TContext> : IFrostingSetup
    where TContext : ICakeContext
{
    /// <summary>Runs once, before the first task.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the run that begins.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(info);
        Setup((TContext)context, info);
    }
}
