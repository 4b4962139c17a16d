namespace ModelPipeline.Tests.Releasing.Histories;

/// <content>What people say.</content>
internal sealed partial class HistoryMaker
{
    private void Review() => AddReview(
        Chance(0.9) ? Pick(Cast.People) : Pick(Cast.Bots),
        _random.Next(100) switch
        {
            < 62 => Saying.Approval,
            < 80 => Saying.Objection,
            < 92 => Saying.Comment,
            < 98 => Saying.Draft,
            _ => Saying.Nonsense,
        });

    private void AddReview(long person, Saying says)
    {
        if (IsGone(person))
        {
            return;
        }

        var review = new HistoryEvent.Reviewed(_now, _ids++, person, says, Spell(says), (Chance(0.93) ? _pushes[^1] : Pick(_pushes.ToArray())).Head);
        _reviews.Add(review);
        Add(review);
    }

    private string Spell(Saying says) => says switch
    {
        Saying.Approval => Pick("APPROVED", "APPROVED", "approved"),
        Saying.Objection => Pick("CHANGES_REQUESTED", "CHANGES_REQUESTED", "Changes_Requested"),
        Saying.Comment => Pick("COMMENTED", "commented"),
        Saying.Draft => Pick("PENDING", "pending"),
        _ => Pick("", "APPROVED_WITH_NOTES", "APPROVE", "REJECTED"),
    };

    private void Dismiss()
    {
        var candidates = _reviews.Where(review => review.Says is Saying.Approval or Saying.Objection).ToArray();
        if (candidates.Length > 0)
        {
            Add(new HistoryEvent.Dismissed(_now, Pick(candidates).Id));
        }
    }

    private void Lose(Saying one, Saying other, Func<long, HistoryEvent> lose)
    {
        var candidates = _reviews.Where(review => review.Says == one || review.Says == other).ToArray();
        if (candidates.Length > 0)
        {
            Add(lose(Pick(candidates).Id));
        }
    }
}
