using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done before each task.</summary>
public interface IFrostingTaskSetup
{
    /// <summary>Runs before each task, also before one that is skipped.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the task that begins.</param>
    void Setup(ICakeContext context, ITaskSetupContext info);
}
