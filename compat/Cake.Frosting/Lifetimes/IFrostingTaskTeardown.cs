using Cake.Core;

namespace Cake.Frosting;

/// <summary>What is done after each task.</summary>
public interface IFrostingTaskTeardown
{
    /// <summary>Runs after each task, also after one that failed or was skipped.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is known of the task that ended.</param>
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
