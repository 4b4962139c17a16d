namespace ModelPipeline.Tests.Data;

/// <summary>A row of a test table.</summary>
internal sealed record Row(string Key, int X, string Label, int Day = 0, int Site = 0);
