using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>What reviewers think: the last of their reviews that has an opinion (R4, R5). A review of an account that is gone is ignored.</summary>
internal static class Opinions
{
    /// <summary>Judges whether every review can be understood.</summary>
    public static Check Judge(IReadOnlyList<Review> reviews)
    {
        string[] faults =
        [
            .. WithAuthor(reviews).Where(review => StateOf(review) == ReviewState.Unknown).Select(review => Text(review, $"has the unknown state {QuotedText.Of(review.State)}")),
            .. WithAuthor(reviews).Where(review => HasOpinion(review) && review.Submitted is null).Select(review => Text(review, "does not say when it was submitted")),
        ];
        return new Check
        {
            Name = "reviews",
            Status = faults.Length == 0 ? Status.Passed : Status.Error,
            Reason = faults.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{reviews.Count} reviews were read") : string.Join("; ", faults),
        };
    }

    /// <summary>The opinion of every reviewer, by the account's number.</summary>
    public static IReadOnlyList<Opinion> Of(IReadOnlyList<Review> reviews) =>
        [.. WithAuthor(reviews).GroupBy(review => review.Author!.Id).OrderBy(group => group.Key).Select(group => Last([.. group.OrderBy(review => review.Submitted).ThenBy(review => review.Id)]))];

    private static Opinion Last(Review[] reviews)
    {
        var last = reviews.LastOrDefault(HasOpinion);
        var state = last is null ? ReviewState.Pending : StateOf(last);
        return new Opinion(
            reviews[^1].Author!,
            state == ReviewState.Approved ? last : null,
            state == ReviewState.ChangesRequested ? last : null);
    }

    private static IEnumerable<Review> WithAuthor(IReadOnlyList<Review> reviews) => reviews.Where(review => review.Author is not null);

    private static bool HasOpinion(Review review) => StateOf(review) is ReviewState.Approved or ReviewState.ChangesRequested or ReviewState.Dismissed;

    private static ReviewState StateOf(Review review) => review.State.ToUpperInvariant() switch
    {
        "PENDING" => ReviewState.Pending,
        "COMMENTED" => ReviewState.Commented,
        "APPROVED" => ReviewState.Approved,
        "CHANGES_REQUESTED" => ReviewState.ChangesRequested,
        "DISMISSED" => ReviewState.Dismissed,
        _ => ReviewState.Unknown,
    };

    private static string Text(Review review, string fault) =>
        string.Create(CultureInfo.InvariantCulture, $"review {review.Id} of {QuotedText.Escape(review.Author!.Login)} {fault}");
}
