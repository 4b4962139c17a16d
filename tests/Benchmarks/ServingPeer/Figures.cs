namespace ServingPeer;

/// <summary>What a server bore.</summary>
/// <param name="Rate">Requests a second.</param>
/// <param name="P99Ms">The 99th percentile of the latency in milliseconds.</param>
internal sealed record Figures(double Rate, double P99Ms);
