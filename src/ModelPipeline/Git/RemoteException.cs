namespace ModelPipeline.Git;

/// <summary>A remote refused, could not be reached, or answered what cannot be read. Nothing is known of what it was asked for: fail closed.</summary>
public sealed class RemoteException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was asked, what came back, what to do next; without secrets.</param>
    /// <param name="inner">Its cause.</param>
    public RemoteException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The HTTP status of the answer; <see langword="null"/> where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the change that was asked for may have happened all the same: re-read before deciding.</summary>
    /// <value>Default: <see langword="false"/>: it was refused.</value>
    public bool MayHaveHappened { get; init; }
}
