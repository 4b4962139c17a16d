namespace ModelPipeline.Command.Persistence;

/// <summary>Notices that a command changed the model's files while it scored, by their sizes and times.</summary>
internal sealed class ModelStamp(ProgramModel model)
{
    private readonly Dictionary<string, (long Length, DateTime Written)> _before = model.Files.Keys.ToDictionary(name => name, name => Of(model, name));

    /// <exception cref="ProgramException">A file is not as it was.</exception>
    public void Check()
    {
        foreach (var (name, before) in _before)
            if (Of(model, name) != before)
                throw new ProgramException($"a command that scores changed the model's file {QuotedText.Of(name)}: it must not change it, as scores would depend on what was scored before");
    }

    private static (long Length, DateTime Written) Of(ProgramModel model, string name) =>
        new FileInfo(Path.Combine(model.Folder.Files, name)) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : (-1, default);
}
