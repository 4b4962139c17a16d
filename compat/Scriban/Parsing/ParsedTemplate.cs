using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>What came out of parsing a template.</summary>
/// <param name="Page">Its statements; with errors, those that could be read.</param>
/// <param name="Messages">What is wrong with it.</param>
/// <param name="Constructs">What of the language it uses; see <see cref="TemplateConstructs"/>.</param>
internal sealed record ParsedTemplate(BlockStatement Page, LogMessageBag Messages, IReadOnlySet<string> Constructs);
