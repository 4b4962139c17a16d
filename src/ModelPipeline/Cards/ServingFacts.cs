using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Cards;

/// <summary>What a card shows of the image and of the scoring service under load.</summary>
internal static class ServingFacts
{
    private static readonly (string Fact, string Title)[] ImageFacts =
    [
        ("reference", "image"), ("image", "image digest"), ("base", "built on"), ("tried_in", "tried in"),
    ];

    private static readonly (string Measure, string Title, string Unit)[] ImageMeasures =
    [
        ("compressed_mb", "size, compressed", "MB"), ("cold_start_ms", "ready after", "ms"),
    ];

    private static readonly (string Measure, string Title, string Unit)[] LoadMeasures =
    [
        ("rate.sent", "requests sent", "a second"), ("latency_ms.p50", "median latency", "ms"), ("latency_ms.p99", "99th percentile of the latency", "ms"),
        ("capacity", "capacity", "requests a second"), ("memory_mb", "memory under load", "MB"),
    ];

    /// <summary>Names and values; none where nothing was packaged.</summary>
    public static IReadOnlyList<CardFact> Of(StepEvidence? package, StepEvidence? load) =>
    [
        .. ImageFacts.Where(fact => package?.Facts.ContainsKey(fact.Fact) ?? false).Select(fact => new CardFact(fact.Title, package!.Facts[fact.Fact])),
        .. Measured(package, ImageMeasures),
        .. Measured(load, LoadMeasures),
    ];

    private static IEnumerable<CardFact> Measured(StepEvidence? evidence, IEnumerable<(string Measure, string Title, string Unit)> measures) =>
        from measure in measures
        let found = evidence?.Measures.GetValueOrDefault(measure.Measure)
        where found is not null
        select new CardFact(measure.Title, string.Create(CultureInfo.InvariantCulture, $"{found.Value:0.#} {measure.Unit}"));
}
