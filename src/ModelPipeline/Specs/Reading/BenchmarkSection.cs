namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>benchmark</c>.</summary>
internal static class BenchmarkSection
{
    private static readonly NumberRange Ratio = new(1, 1000);
    private static readonly BenchmarkLimits Defaults = new();

    public static BenchmarkSpec Read(Section benchmark) => new() { Limits = ReadLimits(benchmark.Sub("limits")) };

    private static BenchmarkLimits ReadLimits(Section limits) => new()
    {
        Latency = limits.Find("latency")?.Number(Ratio) ?? Defaults.Latency,
        Batch = limits.Find("batch")?.Number(Ratio) ?? Defaults.Batch,
        Train = limits.Find("train")?.Number(Ratio) ?? Defaults.Train,
        Memory = limits.Find("memory")?.Number(Ratio) ?? Defaults.Memory,
        Size = limits.Find("size")?.Number(Ratio) ?? Defaults.Size,
    };
}
