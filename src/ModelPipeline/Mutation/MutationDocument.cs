namespace ModelPipeline.Mutation;

/// <summary>What the template <c>mutation</c> reads. Texts are as the evidence has them: the template escapes them.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Verdict">How many faults were caught, in words.</param>
/// <param name="Rows">The faults.</param>
/// <param name="Clean">How many clean runs there were and how many of them alarmed, in words.</param>
/// <param name="Alarms">What the clean runs alarmed about.</param>
public sealed record MutationDocument(string Model, string Verdict, IReadOnlyList<MutationRow> Rows, string Clean, IReadOnlyList<string> Alarms);
