namespace ModelPipeline.Data;

/// <summary>A column that is no feature although the spec gives it no other role.</summary>
/// <param name="Name">The header.</param>
/// <param name="Reason">Why, as the end of a sentence that begins with the name.</param>
public sealed record UnusedColumn(string Name, string Reason);
