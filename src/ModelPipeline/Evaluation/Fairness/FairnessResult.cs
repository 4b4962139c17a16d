namespace ModelPipeline.Evaluation.Fairness;

/// <summary>How differently a binary model treats the groups of a column. The definitions are Fairlearn's.</summary>
/// <param name="Column">The column. Contains data: escape it.</param>
/// <param name="Groups">The groups, ascending by value, missing values last; none where everything is undefined.</param>
/// <param name="DemographicParity">The difference of the shares predicted positive.</param>
/// <param name="EqualOpportunity">The difference of the true positive rates. Source: M. Hardt, E. Price, N. Srebro, NIPS 2016.</param>
/// <param name="EqualizedOdds">The greater of the differences of the true and of the false positive rates. Source: the same.</param>
internal sealed record FairnessResult(
    string Column,
    IReadOnlyList<FairnessGroup> Groups,
    FairnessDifference DemographicParity,
    FairnessDifference EqualOpportunity,
    FairnessDifference EqualizedOdds)
{
    /// <summary>Compares groups.</summary>
    /// <param name="column">The column whose groups they are.</param>
    /// <param name="groups">All of its groups.</param>
    public static FairnessResult Of(string column, IReadOnlyList<FairnessGroup> groups)
    {
        var truePositives = FairnessDifference.Of(groups, GroupRate.TruePositive);
        var falsePositives = FairnessDifference.Of(groups, GroupRate.FalsePositive);
        return new(
            column, groups, FairnessDifference.Of(groups, GroupRate.Selection), truePositives, FairnessDifference.Greater(truePositives, falsePositives));
    }

    internal static FairnessResult OfUndefined(string column, string reason)
    {
        var truePositives = FairnessDifference.OfUndefined(GroupRate.TruePositive, reason);
        return new(column, [], FairnessDifference.OfUndefined(GroupRate.Selection, reason), truePositives, truePositives);
    }
}
