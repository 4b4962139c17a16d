namespace XGBoostPeer;

/// <summary>What one training took and gave.</summary>
/// <param name="Seconds">From the CSV file to the saved model.</param>
/// <param name="TestLoss">The root mean squared error of the test rows.</param>
/// <param name="Quality">R² of the test rows.</param>
internal sealed record Result(double Seconds, double TestLoss, double Quality);
