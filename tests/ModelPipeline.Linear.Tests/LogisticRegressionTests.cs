using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Probabilities_are_those_of_scikit_learn()
    {
        // x = np.arange(1., 11); c = np.array(list("abcabcabca")); y = [0, 0, 1, 0, 1, 1, 1, 0, 1, 1]
        // X = np.hstack([StandardScaler().fit_transform(x[:, None]), OneHotEncoder().fit_transform(c[:, None]).toarray()])
        // LogisticRegression(C=1.0, tol=1e-10, max_iter=100000).fit(X, y).predict_proba(X)[:3, 1]
        Samples.TenBinary.Score(Samples.Ten)[..3]
            .ShouldBe([0.29374853956764896, 0.30162127868840605, 0.6350329836894684], 1e-6);
    }

    [Fact]
    public void Multinomial_probabilities_are_those_of_scikit_learn()
    {
        // The same x, c and X; y = [0, 0, 1, 0, 1, 2, 1, 2, 2, 2]
        // LogisticRegression(C=1.0, tol=1e-12, max_iter=100000, solver="newton-cg").fit(X, y).predict_proba(X)[:2]
        Samples.TenMulticlass.Score(Samples.Ten)[..6].ShouldBe(
            [0.7826230133696304, 0.1966809157102351, 0.02069607092013449, 0.602159326679431, 0.32881814550520927, 0.06902252781535974], 1e-6);
    }

    [Fact]
    public void Probabilities_of_several_classes_sum_to_one() =>
        Samples.TenMulticlass.Score(Samples.Ten).Chunk(3).ShouldAllBe(row => Math.Abs(row.Sum() - 1) < 1e-15);

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e-6)]
    public void Separable_classes_converge_to_finite_probabilities(double l2)
    {
        var column = Columns.Numbers("x", 1, 2, 3, 11, 12, 13);

        var two = Problem.Binary([0, 0, 0, 1, 1, 1], column).With("l2", l2).Score(column);
        var three = Problem.Multiclass([0, 0, 1, 1, 2, 2], column).With("l2", l2).Score(column);

        two.ShouldBe([.. two.Order()]);
        two[2].ShouldBeLessThan(0.5);
        two[3].ShouldBeGreaterThan(0.5);
        three.ShouldAllBe(value => value > 0 && value < 1);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e12)]
    public void A_huge_penalty_underfits_to_the_class_shares(double l2)
    {
        Samples.TenBinary.With("l2", l2).Score(Samples.Ten).ShouldAllBe(value => Math.Abs(value - 0.6) < 1e-4);
        Samples.TenMulticlass.With("l2", l2).Score(Samples.Ten)[..3].ShouldBe([0.3, 0.3, 0.4], 1e-4);
    }

    [Fact]
    public void Far_values_give_probabilities_of_zero_and_one()
    {
        var far = Samples.TenBinary.Score(Columns.Numbers("x", -1e300, 1e300), Columns.Texts("c", "a", "a"));
        var ofThree = Samples.TenMulticlass.Score(Columns.Numbers("x", -1e300, 1e300), Columns.Texts("c", "a", "a"));

        far.ShouldBe([0.0, 1.0]);
        ofThree.ShouldBe([1.0, 0, 0, 0, 0, 1.0]);
    }

    [Fact]
    public void A_label_without_training_rows_is_named() =>
        Should.Throw<TrainingException>(() => Problem.Multiclass([0, 0, 0], Columns.Numbers("x", 1, 2, 3)).Train())
            .Message.ShouldStartWith("No training row has the label 'y' or 'z': add rows of it");

    [Fact]
    public void One_label_alone_is_no_binary_problem() =>
        Should.Throw<TrainingException>(() => Problem.Binary([1, 1, 1], Columns.Numbers("x", 1, 2, 3)).Train())
            .Message.ShouldStartWith("No training row has the label 'no'");

    [Fact]
    public void Too_few_iterations_are_reported_with_what_to_raise() =>
        Should.Throw<TrainingException>(() => Samples.TenBinary.With("max_iterations", 1L).Train())
            .Message.ShouldBe("Trainer 'logistic-regression' did not converge in 1 iterations: raise 'max_iterations' (now 1), 'tolerance' (now 1E-10) or 'l2' (now 1).");
}
