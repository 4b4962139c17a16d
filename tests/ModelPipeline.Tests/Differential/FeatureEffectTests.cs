using ModelPipeline.Differential;

namespace ModelPipeline.Tests.Differential;

public sealed class FeatureEffectTests
{
    private static readonly double[] Feature = [.. Compared.Uniform(1).Select(x => x - 0.5)];
    private static readonly double[] Other = [.. Compared.Uniform(2).Select(x => x - 0.5)];
    private static readonly double[] Champion = [.. Feature.Zip(Other, (f, o) => f + o)];

    [Fact]
    public void An_effect_that_the_candidate_shares_is_followed_and_not_missed()
    {
        var effect = Effect(1, Champion);

        effect.Followed.ShouldBe(1, 1e-9);
        effect.Missed.ShouldBe(0, 1e-9);
        effect.IsLost.ShouldBeFalse();
    }

    [Fact]
    public void An_effect_that_nothing_carries_is_lost()
    {
        var effect = Effect(0, Other);

        effect.Followed.ShouldBe(0, 1e-9);
        effect.Missed.ShouldBe(1, 0.1);
        effect.IsLost.ShouldBeTrue();
        effect.IsReversed.ShouldBeFalse();
    }

    [Fact]
    public void An_effect_that_a_correlated_feature_carries_is_not_lost() => Effect(0, Champion).IsLost.ShouldBeFalse();

    [Fact]
    public void An_opposite_effect_is_lost_and_reversed()
    {
        var effect = Effect(-1, [.. Feature.Zip(Other, (f, o) => o - f)]);

        effect.Followed.ShouldBe(-1, 1e-9);
        effect.Missed.ShouldBe(2, 0.2);
        effect.IsLost.ShouldBeTrue();
        effect.IsReversed.ShouldBeTrue();
    }

    /// <summary>The effect of the feature where the candidate gives it a weight.</summary>
    private static FeatureEffect Effect(double weight, double[] candidate)
    {
        var values = Feature.ToArray();
        new Random(3).Shuffle(values);
        double[] Moved(double[] answers, double by) => [.. answers.Select((answer, row) => answer + by * (values[row] - Feature[row]))];
        return FeatureEffect.Of(Champion, Moved(Champion, 1), candidate, Moved(candidate, weight));
    }
}
