namespace ModelPipeline.LoadTesting.Usage;

/// <summary>What service and client used while the load lasted. What cannot be told is <see langword="null"/>.</summary>
/// <param name="ServiceCores">The processors that the service kept busy, on average.</param>
/// <param name="ClientCores">The processors that the client kept busy, on average.</param>
/// <param name="PeakMb">The most memory of the service that was seen from its start to the end of the load, in megabytes of 1,048,576 bytes.</param>
/// <param name="Collections">The service's garbage collections.</param>
internal sealed record LoadUsage(double? ServiceCores, double ClientCores, double? PeakMb, GarbageCollections? Collections);
