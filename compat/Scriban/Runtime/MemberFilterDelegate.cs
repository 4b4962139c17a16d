using System.Reflection;

namespace Scriban.Runtime;

/// <summary>Says whether templates see a member of a .NET object.</summary>
/// <param name="member">The member.</param>
public delegate bool MemberFilterDelegate(MemberInfo member);
