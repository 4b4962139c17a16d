using ModelPipeline.Mutation;
using ModelPipeline.Reporting;

namespace ModelPipeline.Cards.Tests;

/// <summary>Documents rendered with the templates that ship.</summary>
internal static class Rendered
{
    public static string Card(CardDocument card) => new ScribanDocumentRenderer("no-such-folder").Render("model-card", card, TestContext.Current.CancellationToken);

    public static string Summary(SummaryDocument summary) => new ScribanDocumentRenderer("no-such-folder").Render("summary", summary, TestContext.Current.CancellationToken);

    public static string Mutation(MutationDocument mutation) => new ScribanDocumentRenderer("no-such-folder").Render("mutation", mutation, TestContext.Current.CancellationToken);

    public static string Comment(CommentDocument comment) => new ScribanDocumentRenderer("no-such-folder").Render("comment", comment, TestContext.Current.CancellationToken);

    public static string Check(CheckDocument check) => new ScribanDocumentRenderer("no-such-folder").Render("check", check, TestContext.Current.CancellationToken);

    public static string PullRequest(PullRequestDocument request) => new ScribanDocumentRenderer("no-such-folder").Render("pull-request", request, TestContext.Current.CancellationToken);

    /// <summary>The front matter, without its fences.</summary>
    public static string FrontMatter(string card)
    {
        card.ShouldStartWith("---\n");
        return card[4..(card.IndexOf("\n---\n", StringComparison.Ordinal) + 1)];
    }

    /// <summary>What follows the front matter.</summary>
    public static string Body(string card) => card[(card.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
}
