using System.Globalization;
using System.Text.Json;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using ModelPipeline.XGBoost.Boosting;

namespace ModelPipeline.XGBoost.Persistence;

/// <summary>Finds what would make the library read beyond its arrays or go in circles, which it does not look for itself, and what does not fit the model.</summary>
internal static class TreeChecks
{
    private const int NoChild = -1;
    private const int Numeric = 0;

    /// <summary>Faults, each a clause of a sentence; of the trees the first that has some.</summary>
    public static IEnumerable<string> Faults(XGBoostModel model, ModelSignature signature)
    {
        try
        {
            var document = JsonSerializer.Deserialize(model.Trees.Span, TreesJsonContext.Default.TreesDocument);
            return document is null ? ["it holds nothing but 'null'"] : Faults(document.Learner, model, signature);
        }
        catch (JsonException error)
        {
            return [$"it is not XGBoost's JSON: {QuotedText.Escape(error.Message, 200).TrimEnd('.')}"];
        }
    }

    private static IEnumerable<string> Faults(TreesDocument.LearnerPart learner, XGBoostModel model, ModelSignature signature)
    {
        var outputs = signature.Outputs.Count;
        var trees = learner.GradientBooster.Model.Trees;
        var classes = signature.Task == ModelTask.MulticlassClassification ? outputs : 0;
        if (learner.GradientBooster.Name != "gbtree")
            yield return $"its booster is {QuotedText.Of(learner.GradientBooster.Name)}, expected 'gbtree'";
        if (!Objective.NamesOf(signature.Task).Contains(learner.Objective.Name))
            yield return $"its objective {QuotedText.Of(learner.Objective.Name)} is none of the task";
        if (!Is(learner.LearnerModelParam.NumFeature, model.Width) || !Is(learner.LearnerModelParam.NumClass, classes))
            yield return $"it has {QuotedText.Of(learner.LearnerModelParam.NumFeature)} columns and {QuotedText.Of(learner.LearnerModelParam.NumClass)} classes, expected {model.Width} and {classes}";
        if (!StartsAt(learner.LearnerModelParam.BaseScore, Objective.Of(signature.Task, absoluteErrors: false).Start))
            yield return $"its base_score {QuotedText.Of(learner.LearnerModelParam.BaseScore)} is not the one that the engine trains with";
        if (!Is(learner.GradientBooster.Model.GbtreeModelParam.NumParallelTree, 1))
            yield return $"it has {QuotedText.Of(learner.GradientBooster.Model.GbtreeModelParam.NumParallelTree)} trees side by side, expected 1";
        if (trees.Length != (long)model.Rounds * outputs || !Is(learner.GradientBooster.Model.GbtreeModelParam.NumTrees, trees.Length))
            yield return $"it has {trees.Length} trees, expected {(long)model.Rounds * outputs}";
        if (!learner.GradientBooster.Model.TreeInfo.SequenceEqual(Enumerable.Range(0, trees.Length).Select(tree => tree % outputs)))
            yield return "its trees do not take turns over the outputs";
        foreach (var (index, tree) in trees.Index())
            if (Fault(tree, index, model.Width) is { } fault)
            {
                yield return $"tree {index} {fault}";
                yield break;
            }
    }

    /// <param name="written">As the library writes it: a number, or from 3.1 on a list with one for each output.</param>
    /// <param name="start">What every number must be.</param>
    private static bool StartsAt(string written, double start) =>
        written.Trim('[', ']').Split(',').All(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score == start);

    private static string? Fault(TreesDocument.TreePart? tree, int index, int width)
    {
        if (tree is null)
            return "is null";
        var nodes = tree.LeftChildren.Length;
        int[] lengths = [tree.RightChildren.Length, tree.Parents.Length, tree.SplitIndices.Length, tree.SplitConditions.Length, tree.DefaultLeft.Length, tree.BaseWeights.Length, tree.SumHessian.Length, tree.LossChanges.Length, tree.SplitType.Length];
        if (nodes == 0 || lengths.Any(length => length != nodes) || !Is(tree.TreeParam.NumNodes, nodes))
            return $"has lists of different lengths for its {nodes} nodes";
        if (!Is(tree.TreeParam.NumFeature, width))
            return $"is for {QuotedText.Of(tree.TreeParam.NumFeature)} columns, expected {width}";
        if (tree.Id != index)
            return $"calls itself tree {tree.Id}";
        if (tree.CategoriesNodes.Length > 0 || tree.SplitType.Any(type => type != Numeric))
            return "splits by categories, which the engine encodes as numbers";
        return NodeFault(tree, width);
    }

    /// <summary>Walks the tree from its root: every node may be reached once.</summary>
    private static string? NodeFault(TreesDocument.TreePart tree, int width)
    {
        var nodes = tree.LeftChildren.Length;
        var reached = new bool[nodes];
        var open = new Stack<int>([0]);
        while (open.TryPop(out var node))
        {
            if (node < 0 || node >= nodes || reached[node])
                return $"has a branch to node {node}, which is not there or reached twice";
            reached[node] = true;
            if (!float.IsFinite(tree.SplitConditions[node]))
                return $"has no finite number at node {node}";
            var (left, right) = (tree.LeftChildren[node], tree.RightChildren[node]);
            if (left == NoChild && right == NoChild)
                continue;
            if (tree.SplitIndices[node] < 0 || tree.SplitIndices[node] >= width)
                return $"splits by column {tree.SplitIndices[node]} at node {node}, of {width}";
            open.Push(left);
            open.Push(right);
        }

        return null;
    }

    private static bool Is(string text, int number) => text == number.ToString(CultureInfo.InvariantCulture);
}
