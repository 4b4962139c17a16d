namespace ModelPipeline.Cards;

/// <summary>A template's text.</summary>
/// <param name="Path">Its file, or its name where it is embedded.</param>
/// <param name="Text">Its text.</param>
internal sealed record TemplateFile(string Path, string Text);
