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

    public static LoadSpec Read(Section load) => Read(load, Defaults);

    /// <summary>Reads it.</summary>
    /// <param name="load">The section.</param>
    /// <param name="otherwise">What holds where a key is not written.</param>
    public static LoadSpec Read(Section load, LoadSpec otherwise) => new()
    {
        Rate = load.Find("rate")?.Number(Rate) ?? otherwise.Rate,
        Seconds = load.Find("seconds")?.Number(Seconds) ?? otherwise.Seconds,
        Arrivals = load.Find("arrivals")?.Word(Words.Arrivals) ?? otherwise.Arrivals,
        P99Ms = load.Find("p99_ms")?.Number(Milliseconds) ?? otherwise.P99Ms,
        Errors = load.Find("errors")?.Number(NumberRange.Share) ?? otherwise.Errors,
        MemoryMb = (int?)load.Find("memory_mb")?.Integer(Megabytes) ?? otherwise.MemoryMb,
        Cpus = load.Find("cpus")?.Number(Cpus) ?? otherwise.Cpus,
    };
}
