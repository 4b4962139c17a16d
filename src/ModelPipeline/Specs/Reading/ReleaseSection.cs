namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>release</c>.</summary>
internal static class ReleaseSection
{
    private static readonly NumberRange Approvals = new(0, 100);
    private static readonly ReleaseSpec Defaults = new();

    public static ReleaseSpec Read(Section release)
    {
        var checks = release.List("checks");
        return new ReleaseSpec
        {
            First = release.Find("first")?.Flag() ?? Defaults.First,
            Approvals = (int)(release.Find("approvals")?.Integer(Approvals) ?? Defaults.Approvals),
            CodeOwners = release.Find("code_owners")?.Flag() ?? Defaults.CodeOwners,
            Bots = release.List("bots"),
            Checks = checks,
            AllowNeutral = AllowNeutral(release, checks),
            Bump = release.Find("bump")?.Word(Words.VersionBumps) ?? Defaults.Bump,
            Stages = Stages(release),
        };
    }

    private static IReadOnlyList<string> AllowNeutral(Section release, IReadOnlyList<string> checks)
    {
        var value = release.Find("allow_neutral");
        var allowed = value?.Texts() ?? [];
        foreach (var name in allowed.Where(name => !checks.Contains(name.Text)))
            value!.Fault(name.Place, $"names {QuotedText.Of(name.Text)}, which is not in 'release.checks'");
        return [.. allowed.Select(name => name.Text)];
    }

    /// <summary>A stage stands in the names of tags.</summary>
    private static IReadOnlyList<string> Stages(Section release)
    {
        if (release.Find("stages") is not { } value)
            return Defaults.Stages;
        if (value.IsEmptyList)
            value.Fault("needs at least one stage");
        var stages = value.Texts();
        foreach (var stage in stages.Where(stage => !ModelName.IsValid(stage.Text)))
            value.Fault(stage.Place, $"names {QuotedText.Of(stage.Text)}: a stage has {ModelName.Rule}");
        return [.. stages.Select(stage => stage.Text)];
    }
}
