namespace ModelPipeline.Linear.Tests;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void One_feature_gives_the_closed_form()
    {
        // Standardised x is ±1, so with l2 = 1 the weight is Σxy / (Σx² + 1) = (9 − 3) / 3 = 2 around the mean label 6.
        var problem = Problem.Regression([3, 9], Columns.Numbers("x", 10, 20));

        problem.Score(Columns.Numbers("x", 10, 15, 20, 25)).ShouldBe([4, 6, 8, 10], 1e-12);
    }

    [Fact]
    public void Predictions_are_those_of_scikit_learn()
    {
        // x = np.arange(1., 11); c = np.array(list("abcabcabca")); y = [1, 3, 2, 5, 4, 6, 9, 7, 8, 12]
        // X = np.hstack([StandardScaler().fit_transform(x[:, None]), OneHotEncoder().fit_transform(c[:, None]).toarray()])
        // Ridge(alpha=1.0).fit(X, y).predict(X)[:3]
        Samples.TenRegression.Score(Samples.Ten)[..3]
            .ShouldBe([2.216299799890849, 1.9122854890546361, 2.651476562973743], 1e-12);
    }

    [Fact]
    public void A_constant_label_is_predicted_everywhere() =>
        Problem.Regression([5, 5, 5], Columns.Numbers("x", 1, 2, 3)).Score(Columns.Numbers("x", 100)).ShouldBe([5.0]);

    [Fact]
    public void A_perfect_fit_converges() =>
        Problem.Regression([.. Enumerable.Range(0, 100).Select(i => 2.0 * i)], Columns.Numbers("x", [.. Enumerable.Range(0, 100).Select(i => (double)i)]))
            .With("l2", 1e-6)
            .Score(Columns.Numbers("x", 50))[0].ShouldBe(100, 1e-5);

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e12)]
    public void A_huge_penalty_underfits_to_the_mean(double l2) =>
        Samples.TenRegression.With("l2", l2).Score(Samples.Ten).ShouldAllBe(value => Math.Abs(value - 5.7) < 1e-3);

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e150)]
    public void The_unit_of_the_label_does_not_matter(double unit)
    {
        var plain = Samples.TenRegression.Score(Samples.Ten);
        double[] labels = [.. Samples.TenRegression.Labels.Numbers.ToArray().Select(number => number * unit)];

        Problem.Regression(labels, Samples.Ten).Score(Samples.Ten).Select(value => value / unit).ShouldBe(plain, 1e-9);
    }

    [Fact]
    public void The_gradient_is_zero_at_the_optimum()
    {
        var problem = Samples.TenRegression;
        var predictions = problem.Score(Samples.Ten);
        var residuals = predictions.Select((value, row) => problem.Labels.Numbers[row] - value);

        residuals.Sum().ShouldBe(0, 1e-12);
    }
}
