namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>The accounts of every history.</summary>
internal static class Cast
{
    public const long ListedBot = 91;
    public const long ActionsBot = 92;
    public const long ForeignBot = 93;
    public const long Ghost = 10137;

    /// <summary>Somebody who has nothing to do with the pull request.</summary>
    public const long Stranger = 77;

    public const string ListedBotLogin = "acme-release[bot]";

    /// <summary>A role that no documentation names.</summary>
    public const string StrangeRole = "deployer";

    public static IReadOnlyList<long> People { get; } = [1, 2, 3, 4, 5, 6, 7, 8];

    public static IReadOnlyList<long> Bots { get; } = [ListedBot, ActionsBot, ForeignBot];

    public static IReadOnlyList<long> Everyone { get; } = [.. People, .. Bots];

    public static IReadOnlyDictionary<string, IReadOnlyList<long>> Teams { get; } = new Dictionary<string, IReadOnlyList<long>>
    {
        ["acme/risk"] = [2, 3],
        ["acme/data"] = [4, 5, 6],
    };

    public static string LoginOf(long account) => account switch
    {
        1 => "ann",
        2 => "Ben",
        3 => "cleo",
        4 => "dan",
        5 => "eve",
        6 => "finn",
        7 => "gus",
        8 => "hal",
        ListedBot => ListedBotLogin,
        ActionsBot => "github-actions[bot]",
        ForeignBot => "foreign[bot]",
        Ghost => "ghost",
        _ => "stranger",
    };

    public static bool IsBot(long account) => Bots.Contains(account);
}
