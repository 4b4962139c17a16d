namespace ModelPipeline.Data;

/// <summary>Joins things into sets (a disjoint-set forest with path halving).</summary>
internal sealed class UnionFind(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The representative of a thing's set.</summary>
    public int Find(int thing)
    {
        while (_parents[thing] != thing)
            thing = _parents[thing] = _parents[_parents[thing]];
        return thing;
    }

    /// <summary>Makes the sets of two things one.</summary>
    public void Join(int first, int second) => _parents[Find(first)] = Find(second);
}
