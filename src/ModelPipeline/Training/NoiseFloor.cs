namespace ModelPipeline.Training;

/// <summary>
/// How much an honest re-training moves the scores of the test rows: the greatest over a few refits, each on as many training
/// rows drawn at random with replacement (a bootstrap), compared with the candidate.
/// </summary>
/// <param name="Refits">How many refits.</param>
/// <param name="ChangedRows">The share of rows of which any output moved by more than 0.02 (regression: 0.02 standard deviations of the label in training).</param>
/// <param name="LabelFlips">The share of rows whose predicted class changed; 0 for regression.</param>
/// <param name="NegativeFlips">The share of rows that the candidate has right and the refit wrong; 0 for regression.</param>
/// <param name="MeanShift">The greatest change of an output's mean (regression: in standard deviations of the label in training).</param>
public sealed record NoiseFloor(int Refits, double ChangedRows, double LabelFlips, double NegativeFlips, double MeanShift);
