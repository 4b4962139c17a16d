using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before the first task.</summary>
public interface IFrostingSetup
{
    /// <summary>Runs once, before the first task.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the run that begins.</param>
    void Setup(ICakeContext context, ISetupContext info);
}
