namespace ModelPipeline.Figures;

/// <summary>A value that an axis names.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">How it is written.</param>
internal readonly record struct Tick(double Value, string Text);
