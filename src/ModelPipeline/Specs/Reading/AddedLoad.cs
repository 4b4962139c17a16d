namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the load of a challenger: what callers were promised stays, whichever recipe answers them.</summary>
internal static class AddedLoad
{
    /// <summary>The model's load with what the challenger demands beyond it. What the challenger does not write is the model's.</summary>
    /// <param name="load">The challenger's section <c>load</c>.</param>
    /// <param name="model">The model's load.</param>
    public static LoadSpec Read(Section load, LoadSpec model)
    {
        var read = LoadSection.Read(load, model);
        Refuse(load, "rate", read.Rate < model.Rate, model.Rate);
        Refuse(load, "seconds", read.Seconds < model.Seconds, model.Seconds);
        Refuse(load, "p99_ms", read.P99Ms > model.P99Ms, model.P99Ms);
        Refuse(load, "errors", read.Errors > model.Errors, model.Errors);
        Refuse(load, "memory_mb", read.MemoryMb > model.MemoryMb, model.MemoryMb);
        Refuse(load, "cpus", read.Cpus > model.Cpus, model.Cpus);
        if (read.Arrivals != model.Arrivals)
            load.Find("arrivals")?.Fault("is another than that of model.yaml: a challenger bears the same load");
        return read;
    }

    private static void Refuse(Section load, string key, bool isWeaker, double model)
    {
        if (isWeaker)
            load.Find(key)?.Fault(FormattableString.Invariant($"is weaker than {model} of model.yaml: a challenger may demand more than model.yaml, not less"));
    }
}
