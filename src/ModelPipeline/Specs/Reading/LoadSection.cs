namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>load</c>.</summary>
internal static class LoadSection
{
    private static readonly NumberRange Rate = new(0.1, 1_000_000);
    private static readonly NumberRange Seconds = new(1, 3600);
    private static readonly NumberRange Milliseconds = new(0.1, 600_000);
    private static readonly NumberRange Megabytes = new(16, 1_048_576);
    private static readonly NumberRange Cpus = new(0.1, 1024);
    private static readonly LoadSpec Defaults = new();

    public static LoadSpec Read(Section load) => new()
    {
        Rate = load.Find("rate")?.Number(Rate) ?? Defaults.Rate,
        Seconds = load.Find("seconds")?.Number(Seconds) ?? Defaults.Seconds,
        Arrivals = load.Find("arrivals")?.Word(Words.Arrivals) ?? Defaults.Arrivals,
        P99Ms = load.Find("p99_ms")?.Number(Milliseconds) ?? Defaults.P99Ms,
        Errors = load.Find("errors")?.Number(NumberRange.Share) ?? Defaults.Errors,
        MemoryMb = (int?)load.Find("memory_mb")?.Integer(Megabytes) ?? Defaults.MemoryMb,
        Cpus = load.Find("cpus")?.Number(Cpus) ?? Defaults.Cpus,
    };
}
