using System.Text.Json.Serialization;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Persistence;

/// <summary>A bundle's <c>command.json</c>.</summary>
/// <param name="Schema">The format's name.</param>
/// <param name="Label">The label's header.</param>
/// <param name="Seed">The seed of everything random.</param>
/// <param name="Parameters">The trainer's parameters.</param>
/// <param name="Told">The digest of the file of parameters, in which the signature is.</param>
/// <param name="Files">The digest of each file of the program and of the model, by its name in the bundle.</param>
internal sealed record ProgramModelDocument(
    string Schema,
    string Label,
    long Seed,
    TrainerParameters Parameters,
    string Told,
    SortedDictionary<string, string> Files);

[JsonSerializable(typeof(ProgramModelDocument))]
internal sealed partial class ProgramModelJson : JsonSerializerContext;
