namespace Cake.Frosting;

/// <summary>The host or a task is set up wrongly.</summary>
public sealed class FrostingException : Exception
{
    /// <summary>Initializes the exception with a message.</summary>
    /// <param name="message">What was wrong.</param>
    public FrostingException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception with a message and its cause.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
