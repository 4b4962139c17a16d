namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>What a person meant by a review.</summary>
internal enum Saying
{
    Approval,
    Objection,
    Comment,
    Draft,
    Nonsense,
}
