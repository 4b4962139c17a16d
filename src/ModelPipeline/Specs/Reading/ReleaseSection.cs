namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>release</c>.</summary>
internal static class ReleaseSection
{
    private static readonly NumberRange Approvals = new(0, 100);
    private static readonly ReleaseSpec Defaults = new();

    public static ReleaseSpec Read(Section release) => new()
    {
        First = release.Find("first")?.Flag() ?? Defaults.First,
        Approvals = (int)(release.Find("approvals")?.Integer(Approvals) ?? Defaults.Approvals),
    };
}
