namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>card</c>.</summary>
internal static class CardSection
{
    public static CardSpec Read(Section card) => Read(card, new CardSpec());

    /// <summary>Reads it.</summary>
    /// <param name="card">The section.</param>
    /// <param name="otherwise">What holds where a key is not written.</param>
    public static CardSpec Read(Section card, CardSpec otherwise) => new()
    {
        License = card.Find("license")?.Text() ?? otherwise.License,
        IntendedUse = card.Find("intended_use")?.Text() ?? otherwise.IntendedUse,
        OutOfScope = card.Find("out_of_scope")?.Text() ?? otherwise.OutOfScope,
        Limitations = card.Find("limitations")?.Text() ?? otherwise.Limitations,
        Contacts = card.Find("contacts")?.Text() ?? otherwise.Contacts,
        DataSource = card.Find("data_source")?.Text() ?? otherwise.DataSource,
        Tags = card.IsWritten("tags") ? card.List("tags") : otherwise.Tags,
    };
}
