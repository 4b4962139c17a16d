using ModelPipeline.Scoring.Invocations.Rows;

namespace ModelPipeline.Scoring.Invocations;

/// <summary>A request that is not scored: by the sender's fault, or because the service is full.</summary>
/// <param name="status">The HTTP status: 400 to 499, or 503.</param>
/// <param name="detail">What is wrong, one or two sentences.</param>
/// <param name="faults">What is wrong with the rows; <see langword="null"/> where it is not the rows.</param>
internal sealed class RefusedException(int status, string detail, RowFaults? faults = null) : Exception(detail)
{
    public RefusedException(string detail)
        : this(StatusCodes.Status400BadRequest, detail)
    {
    }

    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>What is wrong with the rows.</summary>
    public RowFaults? Faults => faults;
}
