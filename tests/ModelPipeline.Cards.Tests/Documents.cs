namespace ModelPipeline.Cards.Tests;

/// <summary>Documents for tests.</summary>
internal static class Documents
{
    private const string Sha = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>The card of a candidate that passed, with every optional part.</summary>
    public static CardDocument Passed { get; } = new()
    {
        Name = "churn",
        Description = "Which customers will leave next month.",
        Task = "Binary classification",
        Label = "churn = Yes",
        Owner = "retention-team",
        MonitoringOwner = "sre@acme.example",
        DependsOn = ["segments", "prices"],
        Hypotheses = ["Short contracts leave more often.", "C# is no #1 reason."],
        FrontMatter = new CardFrontMatter("apache-2.0", ["modelpipeline", "tabular", "telecom"], "tabular-classification", "churn.csv", Sha),
        Statements = new CardStatements(
            "Ranking customers for an offer, with a person deciding.",
            "Pricing & credit.",
            "One quarter only.",
            "retention-team, see https://acme.example/churn",
            "IBM's sample data, as in modeldata 1.1.0 (wa_churn, MIT)."),
        Passed = true,
        Candidate = Sha,
        Baseline = $"1.2.0 ({Sha})",
        Steps =
        [
            new CardStep("validate-data", "passed", "7,043 rows, 19 features"),
            new CardStep("train", "passed", "logistic-regression on 5,634 rows, bundle 0123456789ab"),
            new CardStep("evaluate", "passed", "auc 0.8438 [0.8220, 0.8656]"),
        ],
        Checks =
        [
            new CardCheck("evaluate", "mape.threshold", "failed (optional)", "0.3000", "0.2000", "mape 0.3000 is above the threshold 0.2000 by 0.1000", "look at small labels"),
            new CardCheck("validate-data", "keys_unique", "passed", "0", "0", "'customer_id' is different in each of the 7043 rows", null),
            new CardCheck("validate-data", "parses", "passed", "", "", "7043 rows of 21 columns were read", null),
            new CardCheck("evaluate", "auc.threshold", "passed", "0.8438", "0.8200", "auc 0.8438 [0.8220, 0.8656] is at least the threshold 0.8200", null),
        ],
        Metrics =
        [
            new CardMetric("auc", "ROC AUC", "roc_auc", "0.843827016972797", "0.8438", "[0.8220, 0.8656]"),
            new CardMetric("log_loss", "Log loss", "log_loss", "1.0E-05", "1e-5", ""),
        ],
        UndefinedMetrics = [new CardFact("F1", "nothing was predicted positive")],
        SliceMetrics = ["ROC AUC", "Log loss"],
        Slices =
        [
            new CardSlice("contract=Two year", "342", ["0.7982 [0.6503, 0.9461]", "0.1129"]),
            new CardSlice("contract=One|Month", "3", ["undefined", "0.3177"]),
        ],
        Data = [new CardFact("class share: Yes", "0.2654"), new CardFact("rows", "7,043"), new CardFact("digest", Sha)],
        Training = [new CardFact("engine", "linear"), new CardFact("noise floor: label flips", "0.0135")],
        Provenance = [new CardFact("trained", "2026-03-01 12:30:15 UTC"), new CardFact("commit", "c0ffee")],
    };

    /// <summary>The card of a candidate that no step could judge, of a spec without optional parts.</summary>
    public static CardDocument Unjudged { get; } = Passed with
    {
        DependsOn = [],
        Hypotheses = [],
        FrontMatter = Passed.FrontMatter with { License = null, Tags = ["modelpipeline"], Revision = "not measured" },
        Statements = new CardStatements(null, null, null, null, null),
        Passed = false,
        Candidate = "not measured",
        Baseline = "none, because no version is released yet",
        Steps = [new CardStep("validate-data", "error", "data.csv:3: 4 fields, expected 3"), new CardStep("train", "not-run", "there is no evidence for this candidate")],
        Checks = [],
        Metrics = [],
        UndefinedMetrics = [],
        Slices = [],
        Data = [],
        Training = [],
        Provenance = [],
    };

    public static SummaryDocument Summary { get; } = new("1 of 2 models passed", 3, ".pipeline",
    [
        new SummaryRow("churn", "validate-data", "skipped", "same data as when it passed"),
        new SummaryRow("churn", "train", "passed", "logistic-regression on 5,634 rows"),
        new SummaryRow("churn", "evaluate", "failed", "auc 0.7900 [0.7500, 0.8300] is below the threshold 0.8000 by 0.0100"),
    ]);

    /// <summary>The passed card with one text in the place of every text that a user, a data file or evidence can choose.</summary>
    public static CardDocument Of(string text) => Passed with
    {
        Name = text,
        Description = text,
        Task = text,
        Label = text,
        Owner = text,
        MonitoringOwner = text,
        DependsOn = [text, text],
        Hypotheses = [text, text],
        FrontMatter = new CardFrontMatter(text, [text, text], text, text, text),
        Statements = new CardStatements(text, text, text, text, text),
        Candidate = text,
        Baseline = text,
        Steps = [new CardStep(text, text, text)],
        Checks = [new CardCheck(text, text, text, "1", "2", text, text)],
        Metrics = [new CardMetric("auc", text, text, "0.5", "0.5000", "[0, 1]")],
        UndefinedMetrics = [new CardFact(text, text)],
        SliceMetrics = [text],
        Slices = [new CardSlice(text, "342", [text])],
        Data = [new CardFact(text, text)],
        Training = [new CardFact(text, text)],
        Provenance = [new CardFact(text, text)],
    };

    public static SummaryDocument SummaryOf(string text) => new(text, 1, text, [new SummaryRow(text, text, text, text), new SummaryRow(text, text, "passed", text)]);
}
