using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Invocations;

/// <summary>Is told of rows that were scored.</summary>
internal interface IRequestLog
{
    /// <summary>Takes what was asked and answered; never waits and never fails.</summary>
    void Write(Table rows, Scores scores);
}
