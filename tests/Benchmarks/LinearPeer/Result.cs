namespace LinearPeer;

/// <summary>One training and what came of it.</summary>
/// <param name="Seconds">From the CSV file to the trained model.</param>
/// <param name="Objective">The mean training loss plus the penalty.</param>
/// <param name="TrainLoss">The mean log loss, or half the mean squared error, of the training rows.</param>
/// <param name="TestLoss">The same of the test rows.</param>
/// <param name="Quality">Of the test rows: AUC, accuracy or R².</param>
internal sealed record Result(double Seconds, double Objective, double TrainLoss, double TestLoss, double Quality);
