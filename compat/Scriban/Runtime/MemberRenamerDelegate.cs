using System.Reflection;

namespace Scriban.Runtime;

/// <summary>Gives the name under which templates see a member of a .NET object.</summary>
/// <param name="member">The member.</param>
public delegate string MemberRenamerDelegate(MemberInfo member);
