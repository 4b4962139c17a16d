using System.Globalization;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>The variables, limits and options of a rendering. Not for use by several threads at a time.</summary>
public partial class TemplateContext : IFormatProvider
{
    /// <summary>Creates a context with the built-in functions only.</summary>
    public TemplateContext()
    {
        Scopes = new Scopes(this, CreateBuiltins());
        Output = new Output(this);
        LoopBudget = new LoopBudget(this);
        ValueText = new ValueText(this);
        Conversion = new ValueConversion(this);
    }

    /// <summary>How many rounds a loop may have, together with the loops inside it.</summary>
    /// <value>1000; 0 for no limit.</value>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>How deep calls and includes may be nested; an include counts twice.</summary>
    /// <value>100; 0 for no limit.</value>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>How many characters are printed; the rest is cut and replaced by <c>...</c>. Text of includes counts twice.</summary>
    /// <value>1,048,576; 0 for no limit.</value>
    public int LimitToString { get; set; } = 1048576;

    /// <summary>Whether reading an unknown variable fails instead of giving null.</summary>
    /// <value>False.</value>
    public bool StrictVariables { get; set; }

    /// <summary>Whether reading a missing member gives null instead of failing.</summary>
    /// <value>True.</value>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Whether the output of a block is indented as the block is, when only blanks precede it on its line.</summary>
    /// <value>True.</value>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Whether <see cref="AutoIndent"/> indents empty lines.</summary>
    /// <value>True.</value>
    public bool IndentOnEmptyLines { get; set; } = true;

    /// <summary>The line end of what prints line ends of its own; nothing in the stand-in does.</summary>
    /// <value><see cref="Environment.NewLine"/>.</value>
    public string NewLine { get; set; } = Environment.NewLine;

    /// <summary>Finds the templates that <c>include</c> names.</summary>
    /// <value>Null: <c>include</c> fails.</value>
    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>Gives the names under which templates see members of .NET objects.</summary>
    /// <value><see cref="StandardMemberRenamer"/>.</value>
    public MemberRenamerDelegate MemberRenamer { get; set; } = StandardMemberRenamer.Default;

    /// <summary>Stops the rendering with a <see cref="ScriptAbortException"/>.</summary>
    /// <value><see cref="System.Threading.CancellationToken.None"/>.</value>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>The culture of numbers and dates: the invariant one.</summary>
    public CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    /// <summary>Puts an object on top of those in which variables are looked up; assignments write into it.</summary>
    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        Scopes.Push(scriptObject);
    }

    /// <summary>Takes the last pushed object away.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="InvalidOperationException">None was pushed.</exception>
    public IScriptObject PopGlobal() => Scopes.Pop();

    /// <summary>The formats of <see cref="CurrentCulture"/>.</summary>
    public object? GetFormat(Type? formatType) => CurrentCulture.GetFormat(formatType);
}
