using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>The true answers, one a row: classes or numbers.</summary>
public sealed class Labels
{
    private readonly int[] _codes;
    private readonly double[] _numbers;

    private Labels(IReadOnlyList<string> classes, int[] codes, double[] numbers)
    {
        Classes = classes;
        _codes = codes;
        _numbers = numbers;
    }

    /// <summary>The classes, in ordinal order; of a binary task the negative one first, then the positive. Empty for regression.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>One index into <see cref="Classes"/> a row; empty for regression.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>One number a row; empty for classification.</summary>
    public ReadOnlySpan<double> Numbers => _numbers;

    /// <summary>How many rows there are.</summary>
    public int Count => _codes.Length + _numbers.Length;

    /// <summary>Labels that are classes.</summary>
    /// <param name="classes">The classes, in the order of the outputs. Not copied.</param>
    /// <param name="codes">One index into them a row. Not copied.</param>
    public static Labels OfClasses(IReadOnlyList<string> classes, int[] codes) => new(classes, codes, []);

    /// <summary>Labels that are numbers.</summary>
    /// <param name="numbers">One number a row. Not copied.</param>
    public static Labels OfNumbers(double[] numbers) => new([], [], numbers);

    /// <summary>The labels as a column: categories or numbers.</summary>
    /// <param name="name">The column's header.</param>
    public Column AsColumn(string name) => Classes.Count == 0
        ? new NumericColumn(name, _numbers)
        : new CategoricalColumn(name, _codes, [.. Classes]);

    /// <summary>The labels of the given rows, in the given order.</summary>
    /// <param name="rows">Rows, from 0; repeats are allowed.</param>
    public Labels Select(int[] rows) => Classes.Count == 0
        ? OfNumbers([.. rows.Select(row => _numbers[row])])
        : OfClasses(Classes, [.. rows.Select(row => _codes[row])]);
}
