using System.Reflection;
using System.Text;

namespace Scriban.Runtime;

/// <summary>
/// Renames <c>MyName</c> to <c>my_name</c>: all letters in lower case, and an underscore before an upper-case letter
/// that does not follow another one.
/// </summary>
public sealed class StandardMemberRenamer
{
    /// <summary>The renamer as a delegate.</summary>
    public static readonly MemberRenamerDelegate Default = Rename;

    /// <summary>Renames a member.</summary>
    public static string Rename(MemberInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Rename(member.Name);
    }

    /// <summary>Renames a name.</summary>
    public static string Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var renamed = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
                renamed.Append('_');
            renamed.Append(char.ToLowerInvariant(name[i]));
        }
        return renamed.ToString();
    }
}
