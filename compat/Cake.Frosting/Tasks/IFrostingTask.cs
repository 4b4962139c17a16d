using Cake.Core;

namespace Cake.Frosting;

/// <summary>
/// A task as the host sees it. Derive from <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/>:
/// the host refuses a task that does neither.
/// </summary>
public interface IFrostingTask
{
    /// <summary>Gets the reason that is reported when the task is skipped.</summary>
    /// <value>Empty: no reason.</value>
    string SkippedMessage => string.Empty;

    /// <summary>Runs the task.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The running task.</returns>
    Task RunAsync(ICakeContext context);

    /// <summary>Decides, when the turn of the task has come, whether it runs.</summary>
    /// <param name="context">The context.</param>
    /// <returns><see langword="false"/> to skip the task. A target that is skipped fails the run.</returns>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles a failure of the task. The failure is swallowed unless this throws.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="context">The context.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, whether it failed or not.</summary>
    /// <param name="context">The context.</param>
    void Finally(ICakeContext context);
}
