using ModelPipeline.Mutation;
using ModelPipeline.Reporting;

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

    /// <summary>The card of a candidate that was compared with a champion and changed too much, with everything that a comparison and an evaluation show.</summary>
    public static CardDocument Compared { get; } = Passed with
    {
        Passed = false,
        Steps =
        [
            .. Passed.Steps,
            new CardStep("differential-test", "failed", "186 of 1,409 rows changed label (13.2%), more than the allowed 2%"),
            new CardStep("benchmark-test", "passed", "latency 0.9100 [0.8800, 0.9400], size 1.0020"),
        ],
        Checks =
        [
            new CardCheck(
                "differential-test", "label_flips", "failed", "0.1320", "0.0200", "186 of 1,409 rows changed label (13.2%), more than the allowed 2%",
                "column 'tenure' looks multiplied by 100: its quantiles and its mean are those of the champion's training times that"),
            .. Passed.Checks,
        ],
        Metrics =
        [
            new CardMetric("auc", "ROC AUC", "roc_auc", "0.843827016972797", "0.8438", "[0.8220, 0.8656]", "0.8512", "-0.0074 [-0.0121, -0.0027]"),
            new CardMetric("log_loss", "Log loss", "log_loss", "1.0E-05", "1e-5", ""),
        ],
        Compared = true,
        Differences =
        [
            new CardFact("rows compared", "1,409"),
            new CardFact("rows that changed label", "13.2% [11.5%, 15.1%]"),
            new CardFact("note", "the champion was trained on 12 of the 1,409 reference rows that could be looked up, which flatters it"),
        ],
        Causes =
        [
            "column 'tenure' looks multiplied by 100: its quantiles and its mean are those of the champion's training times that",
            "rows were lost: 2,817 to train on, the champion had 5,634 (50%)",
        ],
        Speed = [new CardFact("latency", "0.9100 [0.8800, 0.9400]"), new CardFact("size", "1.0020")],
        WorstSlices =
        [
            "contract=Two year, tenure in [0, 9): 31 rows, log_loss 0.9000, that of the rest 0.4000, difference 0.5000 [0.2000, 0.8000], p 0.0012",
            "1,204 slices of features and pairs of features were compared by log_loss; those shown are worse than chance explains",
        ],
        Fairness =
        [
            new CardFairness("gender", "demographic parity", "0.0213 [-0.0202, 0.0628]", "greatest: gender=Female, least: gender=Male"),
            new CardFairness("gender", "equal opportunity", "undefined", "1 of 2 groups have 30 rows and 10 positive ones: two are needed"),
        ],
        EvaluationFigures =
        [
            new CardFigure("importance.svg", "How much worse the model gets when a feature is shuffled"),
            new CardFigure("calibration.svg", "Predicted and observed shares"),
        ],
        ComparisonFigures =
        [
            new CardFigure("differential.svg", "How far the scores moved from the champion's"),
            new CardFigure("benchmark.svg", "Speed and size, as ratios to the champion"),
        ],
        Tables =
        [
            new CardFigure("differential.csv", "the rows that changed"),
            new CardFigure("explanation.json", "importance, calibration and errors as numbers"),
        ],
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
    ])
    {
        Failing = [Failing],
    };

    /// <summary>A run of two models, of which one failed a gate.</summary>
    public static CommentDocument Comment { get; } = new()
    {
        Headline = "1 of 2 models passed",
        Passed = false,
        Commit = "0123456789abcdef0123456789abcdef01234567",
        RunPage = "https://github.com/acme/models/actions/runs/42",
        Models =
        [
            new CommentModel
            {
                Name = "churn",
                Verdict = "failed",
                Passed = "1 of 2",
                Candidate = "sha256:0123456789ab",
                Champion = "1.2.0",
                Steps = [new SummaryRow("churn", "train", "skipped", "same data as when it passed"), new SummaryRow("churn", "evaluate", "failed", Failing.Reason)],
                Metrics = Compared.Metrics,
                Compared = true,
                Differences = [new CardFact("rows compared", "1,409"), new CardFact("rows that changed label", "13.2%")],
                Causes = ["feature 'contract' is no longer used by the candidate"],
                Speed = [new CardFact("latency", "0.9100 [0.8800, 0.9400]")],
            },
            new CommentModel
            {
                Name = "penguins",
                Verdict = "passed",
                Passed = "1 of 1",
                Candidate = "sha256:0123456789ab",
                Champion = "none",
                Steps = [new SummaryRow("penguins", "evaluate", "passed", "accuracy 0.9855")],
                Metrics = Passed.Metrics,
            },
        ],
        Failing = [Failing, Failing with { Name = "log_loss.threshold", Status = "failed (optional)", Hint = null }],
    };

    /// <summary>A model that failed a gate.</summary>
    public static CheckDocument Check { get; } = new("churn", Comment.Models[0].Steps, Comment.Failing, Comment.RunPage);

    private static FailingRow Failing => new(
        "churn", "evaluate", "auc.threshold", "failed", "0.7900", "0.8000", "auc 0.7900 [0.7500, 0.8300] is below the threshold 0.8000 by 0.0100", "look at the slice contract=Two year");

    /// <summary>A mutation test in which a fault went unnoticed, one could not be made, and a clean run alarmed.</summary>
    public static MutationDocument Mutation { get; } = new(
        "churn",
        "1 of 2 faults caught, the cause of 1 named",
        [
            new MutationRow(
                "scaled-feature", "differential-test: changed_rows, differential-test: label_flips", "yes",
                "column 'tenure' looks multiplied by 100: its quantiles and its mean are those of the champion's training times that"),
            new MutationRow("noisy-labels", "not caught", "no", ""),
            new MutationRow("swapped-categories", "n/a", "", "no feature is categorical"),
        ],
        "1 of 5 clean runs alarmed",
        ["differential-test: mean_shift", "evaluate: auc.threshold"]);

    /// <summary>A release that grew out of a champion.</summary>
    public static PullRequestDocument PullRequest { get; } = new()
    {
        Name = "churn",
        Description = "Which customers will leave next month.",
        Version = "1.3.0",
        Bundle = Sha,
        Commit = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00",
        Facts =
        [
            new CardFact("replaces", $"1.2.0 ({Sha})"),
            new CardFact("image", $"{Sha}, to be pushed to ghcr.io/acme/churn"),
            new CardFact("trained at the commit", "abc123, with uncommitted changes"),
            new CardFact("data", Sha),
            new CardFact("proposed by", "ann, release-bot[bot]"),
        ],
        Bump = "minor after 1.2.0",
        Changes = ["minor: input 'tariff' is new and need not be sent", "patch: the data are new: 7,100 rows, 5,680 of them to train on; the champion's 7,043 and 5,634"],
        Steps = [.. Passed.Steps, new CardStep("model-card", "passed", "written to churn/reports/MODEL_CARD.md")],
        Metrics = Compared.Metrics,
        Compared = true,
        Differences = Compared.Differences,
        Causes = Compared.Causes,
        Speed = Compared.Speed,
        Serving = [new CardFact("size, compressed", "18.1 MB"), new CardFact("99th percentile of the latency", "4.2 ms")],
        Links =
        [
            new PullRequestLink("model card", "https://github.com/acme/models/blob/c0ffee00/models/churn/releases/1.3.0/MODEL_CARD.md"),
            new PullRequestLink("evidence of every step", "https://github.com/acme/models/tree/c0ffee00/models/churn/releases/1.3.0/evidence"),
        ],
        Needs = ["2 approvals", "successful checks on this commit: ci"],
        Tag = "churn@v1.3.0",
    };

    /// <summary>A model's first release: nothing to compare with.</summary>
    public static PullRequestDocument FirstPullRequest { get; } = PullRequest with
    {
        Version = "1.0.0",
        Facts = [new CardFact("replaces", "nothing: it is the model's first release")],
        Bump = "first release",
        Changes = ["the model's first release"],
        Steps = [new CardStep("train", "passed", "done"), new CardStep("differential-test", "no-baseline", "there is no champion")],
        Metrics = Passed.Metrics,
        Compared = false,
        Differences = [],
        Causes = [],
        Speed = [],
        Serving = [],
        Links = [],
        Needs = ["1 approval"],
        Tag = "churn@v1.0.0",
    };

    /// <summary>A release with one text in the place of every text that a user, a data file or evidence can choose.</summary>
    public static PullRequestDocument PullRequestOf(string text) => PullRequest with
    {
        Name = text,
        Description = text,
        Version = text,
        Facts = [new CardFact(text, text)],
        Bump = text,
        Changes = [text, text],
        Steps = [new CardStep(text, text, text)],
        Metrics = Of(text).Metrics,
        Differences = [new CardFact(text, text)],
        Causes = [text, text],
        Speed = [new CardFact(text, text)],
        Serving = [new CardFact(text, text)],
        Links = [new PullRequestLink(text, "https-free")],
        Needs = [text, text],
        Tag = text,
    };

    /// <summary>A mutation test with one text in the place of every text.</summary>
    public static MutationDocument MutationOf(string text) =>
        new(text, text, [new MutationRow(text, text, text, text), new MutationRow(text, text, "", "")], text, [text, text]);

    /// <summary>The compared card with one text in the place of every text that a user, a data file or evidence can choose.</summary>
    public static CardDocument Of(string text) => Compared with
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
        Metrics = [new CardMetric("auc", text, text, "0.5", "0.5000", "[0, 1]", "0.4", "0.1 [0, 0.2]")],
        UndefinedMetrics = [new CardFact(text, text)],
        SliceMetrics = [text],
        Slices = [new CardSlice(text, "342", [text])],
        Differences = [new CardFact(text, text)],
        Causes = [text, text],
        Speed = [new CardFact(text, text)],
        WorstSlices = [text, text],
        Fairness = [new CardFairness(text, text, "0.1", text)],
        EvaluationFigures = [new CardFigure("importance.svg", text)],
        ComparisonFigures = [new CardFigure("differential.svg", text)],
        Tables = [new CardFigure("differential.csv", text)],
        Data = [new CardFact(text, text)],
        Training = [new CardFact(text, text)],
        Provenance = [new CardFact(text, text)],
    };

    public static SummaryDocument SummaryOf(string text) =>
        new(text, 1, text, [new SummaryRow(text, text, text, text), new SummaryRow(text, text, "passed", text)]) { Failing = [FailingOf(text)] };

    /// <summary>A comment whose every text is the given one.</summary>
    public static CommentDocument CommentOf(string text) => new()
    {
        Headline = text,
        Passed = false,
        Commit = text,
        RunPage = null,
        Models =
        [
            new CommentModel
            {
                Name = text,
                Verdict = text,
                Passed = text,
                Candidate = text,
                Champion = text,
                Steps = [new SummaryRow(text, text, text, text)],
                Metrics = [new CardMetric("auc", text, text, "1", "1", "", "", "")],
                Compared = true,
                Differences = [new CardFact(text, text)],
                Causes = [text],
                Speed = [new CardFact(text, text)],
            },
        ],
        Failing = [FailingOf(text)],
    };

    /// <summary>A check run whose every text is the given one.</summary>
    public static CheckDocument CheckOf(string text) => new(text, [new SummaryRow(text, text, text, text)], [FailingOf(text)], null);

    private static FailingRow FailingOf(string text) => new(text, text, text, text, "1", "2", text, text + "!");
}
