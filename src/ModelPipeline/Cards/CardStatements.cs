namespace ModelPipeline.Cards;

/// <summary>What the owner wrote for the card; <see langword="null"/> where nothing is stated.</summary>
/// <param name="IntendedUse">What the model is meant for.</param>
/// <param name="OutOfScope">What the model must not be used for.</param>
/// <param name="Limitations">What is known to go wrong.</param>
/// <param name="Contacts">Whom to ask.</param>
/// <param name="DataSource">Where the data came from.</param>
public sealed record CardStatements(string? IntendedUse, string? OutOfScope, string? Limitations, string? Contacts, string? DataSource);
