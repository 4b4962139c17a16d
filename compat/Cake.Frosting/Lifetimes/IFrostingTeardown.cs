using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done after the last task.</summary>
public interface IFrostingTeardown
{
    /// <summary>Runs once, after the last task, also when the run failed.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the run that ended.</param>
    void Teardown(ICakeContext context, ITeardownContext info);
}
