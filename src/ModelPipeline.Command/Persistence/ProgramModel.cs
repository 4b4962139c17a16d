using ModelPipeline.Command.Files;
using ModelPipeline.Command.Parameters;

namespace ModelPipeline.Command.Persistence;

/// <summary>A model in its private folder.</summary>
/// <param name="Folder">The folder, which the model owns.</param>
/// <param name="Parameters">The trainer's parameters.</param>
/// <param name="Label">The label's header.</param>
/// <param name="Files">The digest of each file of the program and of the model, by its name in a bundle.</param>
internal sealed record ProgramModel(ProgramFolder Folder, ProgramParameters Parameters, string Label, SortedDictionary<string, string> Files);
