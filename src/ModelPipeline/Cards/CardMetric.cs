namespace ModelPipeline.Cards;

/// <summary>A metric on the card.</summary>
/// <param name="Name">Its name in specs and evidence.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Type">Its id on the Hugging Face hub.</param>
/// <param name="Exact">The value with all digits.</param>
/// <param name="Value">The value, formatted.</param>
/// <param name="Interval">The 95% interval, formatted; empty where there is none.</param>
/// <param name="Champion">The champion's value on the same rows, formatted; empty where there is none.</param>
/// <param name="Difference">The candidate's value less the champion's, with its interval, formatted; empty where there is none.</param>
public sealed record CardMetric(string Name, string Title, string Type, string Exact, string Value, string Interval, string Champion = "", string Difference = "");
