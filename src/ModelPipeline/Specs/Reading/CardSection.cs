namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>card</c>.</summary>
internal static class CardSection
{
    public static CardSpec Read(Section card) => new()
    {
        License = card.Find("license")?.Text(),
        IntendedUse = card.Find("intended_use")?.Text(),
        OutOfScope = card.Find("out_of_scope")?.Text(),
        Limitations = card.Find("limitations")?.Text(),
        Contacts = card.Find("contacts")?.Text(),
        DataSource = card.Find("data_source")?.Text(),
        Tags = card.List("tags"),
    };
}
